//! What an export costs: SVG in milliseconds and against a Mermaid renderer where one is installed, PDF and slides,
//! PNG against nothing but the encoding of its own pixels, on made-up scenes of 30, 300 and 5,000 cards. Then the whole
//! way from a project to a deck whose pages can be read, and to a PDF of one page.
//! `cargo bench --bench export`.

#![expect(clippy::print_stdout, reason = "the figures are the point")]

#[path = "support/large_map.rs"]
mod large_map;
#[path = "support/mermaid.rs"]
mod mermaid;

use mermaid::mermaid;
use png::DeflateCompression;
use std::hint::black_box;
use std::sync::atomic::AtomicBool;
use std::time::{Duration, Instant};
use tabiji::base::{IdSource, Rect, Rgba, Size};
use tabiji::export::Subject;
use tabiji::export::journey::PictureOptions;
use tabiji::export::page::{Document, Page, PageKind, PageSetup, Split};
use tabiji::export::pdf::to_pdf;
use tabiji::export::png::{DEFLATE_LEVEL, Extent, PngOptions, write_png};
use tabiji::export::pptx::to_pptx;
use tabiji::export::svg::to_svg;
use tabiji::i18n::Lang;
use tabiji::layout::MapOptions;
use tabiji::look::ThemeKind;
use tabiji::scene::{Align, Block, Item, Part, PartKind, Scene, Shape, Stroke, Text, VAlign};
use tabiji::text::{TextEngine, TextStyle};

const CARD: Size = Size::new(160.0, 60.0);
const GAP: f32 = 8.0;
const WORDS: [&str; 4] = [
    "お店で実物を見てから決めたいので在庫を確認する",
    "Compare the price with two other shops before buying",
    "アプリの表示と店員の説明が違っていて不安になった",
    "家族にも相談して週末に車で受け取りに行く予定",
];

fn scene(engine: &TextEngine, cards: usize) -> Scene {
    let columns = ((cards as f32).sqrt() * 0.8).ceil() as usize;
    let items = (0..cards).map(|card| {
        let (column, row) = ((card % columns) as f32, (card / columns) as f32);
        let rect = Rect::new(GAP + column * (CARD.w + GAP), GAP + row * (CARD.h + GAP), CARD.w, CARD.h);
        let words = format!("{}{card}", WORDS[card % WORDS.len()]);
        let inside = rect.inset(6.0);
        let paragraph = engine.paragraph(&words, TextStyle::regular(12.0), Some(inside.w * 0.75), Some(3));
        let text =
            Text { paragraph, rect: inside, align: Align::Left, valign: VAlign::Top, color: Rgba::hex(0x0022_2222) };
        let fill = [0x00ff_f4d6, 0x00e3_f0ff, 0x00ff_e3e3, 0x00e6_f6e6][card % 4];
        Item::Block(Block {
            rect,
            shape: Shape::Rounded(4.0),
            fill: Some(Rgba::hex(fill)),
            stroke: Some(Stroke::solid(1.0, Rgba::hex(0x0080_8080))),
            text: Some(text),
        })
    });
    let items: Vec<Item> = items.collect();
    let rows = cards.div_ceil(columns) as f32;
    let size = Size::new(GAP + columns as f32 * (CARD.w + GAP), GAP + rows * (CARD.h + GAP));
    let bounds = Rect::new(0.0, 0.0, size.w, size.h);
    let part = Part { kind: PartKind::Body, bounds, items };
    Scene { size, background: Rgba::WHITE, title: "Bench".to_owned(), parts: vec![part] }
}

/// The shortest of `times` runs.
fn best<T>(times: usize, mut work: impl FnMut() -> T) -> Duration {
    let run = |_| {
        let start = Instant::now();
        black_box(work());
        start.elapsed()
    };
    (0..times).map(run).min().unwrap_or_default()
}

/// The scene on one page.
fn document(scene: &Scene) -> Document {
    let kind = PageKind::Map(IdSource::seeded(1).next());
    let paper = Size::new(scene.size.w * 0.75, scene.size.h * 0.75);
    let page = Page { kind, title: scene.title.clone(), notes: Vec::new(), paper, scene: scene.clone() };
    Document { title: scene.title.clone(), lang: Lang::Ja, pages: vec![page], legibility: None }
}

fn pdf(document: &Document) -> usize {
    let pdf = to_pdf(document, &mut |_| {}, &AtomicBool::new(false));
    pdf.map_or(0, |pdf| pdf.bytes.len())
}

fn pptx(document: &Document) -> usize {
    to_pptx(document, &[], &mut |_| {}, &AtomicBool::new(false)).map_or(0, |bytes| bytes.len())
}

fn png(scene: &Scene) -> Vec<u8> {
    let mut bytes = Vec::new();
    let options = PngOptions { extent: Extent::Scale(2.0), ..PngOptions::default() };
    let drawn = write_png(scene, &options, &mut bytes, &mut |_| {}, &AtomicBool::new(false));
    assert!(drawn.is_ok_and(|drawn| drawn.unreadable_pictures.is_empty()));
    bytes
}

/// The time to encode the pixels of a PNG again, and the size.
fn encode(pixels: &[u8], width: u32, height: u32, deflate: DeflateCompression) -> (Duration, usize) {
    let mut size = 0;
    let time = best(2, || {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, width, height);
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_filter(png::Filter::Adaptive);
        encoder.set_deflate_compression(deflate);
        let written = encoder.write_header().and_then(|mut writer| writer.write_image_data(pixels));
        assert!(written.is_ok());
        size = bytes.len();
    });
    (time, size)
}

fn decoded(bytes: &[u8]) -> Option<(Vec<u8>, u32, u32)> {
    let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().ok()?;
    let mut pixels = vec![0; reader.output_buffer_size()?];
    let info = reader.next_frame(&mut pixels).ok()?;
    Some((pixels, info.width, info.height))
}

fn main() {
    let ms = |time: Duration| time.as_secs_f64() * 1e3;
    println!(
        "cards | text ms | SVG ms, kB | Mermaid by mmdr ms, SVG to it | PDF ms, kB | PPTX ms, kB | PNG | ms, kB | encoder alone, ms, kB: as exported, level 6, fast | ratios"
    );
    for (cards, times) in [(30, 9), (300, 5), (5_000, 2)] {
        let shaping = best(1, || scene(&TextEngine::new(), cards));
        let scene = scene(&TextEngine::new(), cards);
        let svg = best(times, || to_svg(&scene, Lang::Ja, ""));
        let svg_size = to_svg(&scene, Lang::Ja, "").len();
        let document = document(&scene);
        let pdf_time = best(times, || pdf(&document));
        let pptx_time = best(times, || pptx(&document));
        let rival = mermaid(&WORDS, cards).map_or("not installed, or over a minute".to_owned(), |time| {
            format!("{:.1}, 1/{:.0}", ms(time), ms(time) / ms(svg))
        });
        let bytes = png(&scene);
        let drawn = best(times, || png(&scene));
        let Some((pixels, width, height)) = decoded(&bytes) else { continue };
        print!(
            "{cards} | {:.1} | {:.2}, {} | {rival} | {:.1}, {} | {:.1}, {} | {width} × {height} | {:.0}, {} |",
            ms(shaping),
            ms(svg),
            svg_size / 1000,
            ms(pdf_time),
            pdf(&document) / 1000,
            ms(pptx_time),
            pptx(&document) / 1000,
            ms(drawn),
            bytes.len() / 1000
        );
        let levels = [DEFLATE_LEVEL, 6].map(DeflateCompression::Level);
        let mut ratios = Vec::new();
        for deflate in levels.into_iter().chain([DeflateCompression::FdeflateUltraFast]) {
            let (time, size) = encode(&pixels, width, height, deflate);
            print!(" {:.0}, {};", ms(time), size / 1000);
            ratios.push(format!("{:.2}", ms(drawn) / ms(time)));
        }
        println!(" | {}", ratios.join(" "));
    }
    println!(
        "cards | slides that can be read: pages, laid out in ms | as PPTX ms | laid out on one page ms | as PDF ms"
    );
    for (cards, times) in [(300, 3), (5_000, 1)] {
        let deck = whole_way(cards, Split::Legible, times);
        let slides = best(times, || pptx(&deck.document));
        let sheet = whole_way(cards, Split::One, times);
        let printed = best(times, || pdf(&sheet.document));
        println!(
            "{cards} | {}, {:.0} | {:.1} | {:.1} | {:.1}",
            deck.document.pages.len(),
            ms(deck.time),
            ms(slides),
            ms(sheet.time),
            ms(printed)
        );
    }
}

/// Pages, and how long they took, the text shaped before.
struct WholeWay {
    document: Document,
    time: Duration,
}

fn whole_way(cards: usize, split: Split, times: usize) -> WholeWay {
    let (project, journey) = large_map::project(cards);
    let (options, setup) = (
        PictureOptions {
            theme: ThemeKind::Light,
            map: MapOptions::everything(Lang::Ja, jiff::civil::date(2026, 5, 11)),
        },
        PageSetup { split, ..PageSetup::default() },
    );
    let mut engine = TextEngine::new();
    let mut made = || Document::new(&project, &[Subject::Journey(journey)], None, &options, &setup, &mut engine);
    let document = made();
    WholeWay { document, time: best(times, made) }
}
