//! Words of the page that shows maps in a browser.

messages! {
    /// The page.
    HtmlText {
        Contents: "Maps and personas", "マップとペルソナ";
        MapView: "Map", "マップ";
        TableView: "Table", "表";
        Views: "Show as", "表示方法";
        Picture: "{title}. Arrow keys move it, + and − zoom, 0 shows all of it.", "{title}。矢印キーで移動、＋と−で拡大・縮小、0で全体を表示します。";
        Tools: "Zoom", "表示倍率";
        ZoomIn: "Zoom in", "拡大";
        ZoomOut: "Zoom out", "縮小";
        Whole: "Show all", "全体を表示";
        Details: "Details", "詳細";
        Close: "Close", "閉じる";
        Lane: "Lane", "レーン";
        Across: "Across the map", "マップ全体";
        Hint: "Drag to move, scroll or pinch to zoom, click a card for its details.", "ドラッグで移動、スクロールかピンチで拡大・縮小。カードをクリックすると詳細を表示します。";
    }
}
