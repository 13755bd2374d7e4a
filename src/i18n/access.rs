//! What a screen reader says that is not written anywhere on the screen.

messages! {
    /// Names and places on the map.
    AccessText {
        MapName: "Journey map: {title}", "ジャーニーマップ：{title}";
        Cell: "Cell {step} × {lane}, {n} items", "セル：{step}×{lane}、{n}件";
        Place: "row {row} of {rows}, column {column} of {columns}", "{rows}行中の{row}行目、{columns}列中の{column}列目";
        Nth: "{n} of {of} in the cell", "セル内の{of}件中{n}件目";
        By: "by {name}", "記入：{name}";
    }
}

messages! {
    /// Names of the regions of the window.
    RegionName {
        TopBar: "Top bar", "上部バー";
        Outline: "Outline", "アウトライン";
        Page: "Page", "ページ";
        Inspector: "Inspector", "インスペクター";
        Status: "Status line", "ステータスバー";
    }
}

messages! {
    /// Words of the display settings.
    DisplayText {
        Display: "Display", "表示設定";
        Scale: "Size of the interface", "画面の大きさ";
        Motion: "Reduce motion", "動きを減らす";
        MotionTip: "The curve and other things appear at once instead of moving.", "曲線などを動かさずに表示します。";
    }
}
