//! Why a picture or a piece of long work did not come to anything, and what to do.

messages! {
    /// Why a picture was refused.
    PictureText {
        Unreadable: "The picture could not be read. Check that the file exists and that you may open it.", "画像を読み込めませんでした。ファイルの場所と、開く権限があるかを確認してください。";
        FileTooLarge: "The file is larger than 20 MB. Choose a smaller picture.", "ファイルが20 MBを超えています。小さい画像を選んでください。";
        UnknownFormat: "This is not a PNG, JPEG or WebP picture. Choose another one.", "PNG、JPEG、WebP以外の画像は使えません。別の画像を選んでください。";
        TooManyPixels: "The picture has too many pixels. Make it smaller first.", "画像の画素数が大きすぎます。縮小してから選んでください。";
        Damaged: "The picture is damaged. Choose another one.", "画像が壊れています。別の画像を選んでください。";
    }
}

messages! {
    /// Why long work gave no result.
    JobText {
        Failed: "Something went wrong in the program. Your project is unchanged; please try again.", "処理中に問題が発生しました。プロジェクトは変更されていません。もう一度お試しください。";
    }
}
