//! What takes time or asks the person: file dialogs, reading and writing files. Each runs on a thread of
//! its own, so that no frame waits for it; what came of it is an [`Event`].

use super::files;
use super::together::TogetherEvent;
use crate::app::Snapshot;
use crate::app::clip::{Clip, PictureFor, between};
use crate::app::keeper::{self, Left};
use crate::app::recovery::Losses;
use crate::app::settings::Settings;
use crate::export::FileKind;
use crate::i18n::Lang;
use crate::i18n::import::ImportDialogText;
use crate::i18n::shell::ShellText as Text;
use crate::i18n::work::JobText;
use crate::model::{PersonaId, Picture};
use crate::scene::Scene;
use crate::store;
use eframe::egui::{ColorImage, Context, ViewportCommand};
use rfd::FileDialog;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

/// A dialog that is gone sooner was never there: the system says the same of a missing dialog as of one that was
/// cancelled.
const NOBODY_CANCELS: Duration = Duration::from_millis(150);

/// What a file is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ask {
    /// A project to open.
    Project,
    /// A name to save under.
    SaveAs,
    /// A portrait.
    Portrait(PersonaId),
    /// A feedback file.
    Feedback,
    /// A name for a file that leaves the program.
    Export(FileKind),
    /// The team's logo, for the corner of pages.
    Logo,
    /// A map to bring in.
    Map,
    /// Copies of the project to merge.
    Copies,
}

/// What came of an effect.
pub(crate) enum Event {
    /// The person chose a file.
    Picked(Ask, PathBuf),
    /// The person chose feedback files.
    Feedback(Vec<PathBuf>),
    /// The person chose copies of the project.
    Copies(Vec<PathBuf>),
    /// Something about others' versions.
    Together(TogetherEvent),
    /// The computer showed no file dialog.
    NoDialog,
    /// A project was read.
    Opened {
        /// From where.
        path: PathBuf,
        /// The project, or why not.
        result: Result<Box<files::Opened>, String>,
    },
    /// A project was written, or not.
    Saved {
        /// What was to be done.
        order: Box<SaveOrder>,
        /// What came of it.
        result: Result<files::SaveDone, files::SaveFailure>,
    },
    /// A file was read again because somebody wrote it.
    LookedAgain {
        /// The session that it belongs to.
        serial: u64,
        /// What is in it.
        opened: Box<store::Opened>,
    },
    /// What programs that ended unexpectedly left behind.
    Left(Vec<Left>),
    /// A picture that was pasted or dropped was read.
    Picture {
        /// Whose it becomes.
        target: PictureFor,
        /// The picture, or why not.
        result: Result<Picture, String>,
    },
    /// A part of the map was drawn for the clipboard, or is too large for that.
    Drawn(Result<ColorImage, ()>),
    /// The team's logo was read, or why not.
    Logo(Result<Picture, String>),
    /// A picture was read.
    Portrait {
        /// For whom.
        persona: PersonaId,
        /// The picture, or why not.
        result: Result<Picture, String>,
    },
}

/// A save to be done.
#[derive(Clone, Debug)]
pub(crate) struct SaveOrder {
    /// The session.
    pub(crate) serial: u64,
    /// What is written.
    pub(crate) snapshot: Snapshot,
    /// Where.
    pub(crate) path: PathBuf,
    /// What the file must still hold; `None` writes over anything.
    pub(crate) base: Option<store::ContentHash>,
    /// What the file lost when it was opened.
    pub(crate) losses: Option<Losses>,
    /// The language of what is said about it.
    pub(crate) lang: Lang,
    /// Whether the person asked for it, and waits for an answer.
    pub(crate) is_asked: bool,
}

/// Where a picture comes from.
#[derive(Clone, Debug)]
pub(crate) enum PictureSource {
    /// The clipboard.
    Pixels(Arc<ColorImage>),
    /// A file.
    File(PathBuf),
}

/// Starts effects and collects what came of them.
pub(crate) struct Effects {
    ctx: Context,
    sender: Sender<Event>,
    receiver: Receiver<Event>,
}

impl Effects {
    /// Wakes this window when something is done.
    pub(crate) fn new(ctx: Context) -> Self {
        let (sender, receiver) = channel();
        Self { ctx, sender, receiver }
    }

    /// The window.
    pub(crate) fn ctx(&self) -> Context {
        self.ctx.clone()
    }

    /// What is done by now.
    pub(crate) fn done(&self) -> Vec<Event> {
        self.receiver.try_iter().collect()
    }

    /// Asks for a file.
    pub(crate) fn ask(&self, ask: Ask, lang: Lang, name: &str) {
        let name = name.to_owned();
        self.start(move || {
            let asked = Instant::now();
            let chosen = choose(ask, lang, &name);
            let is_missing = chosen.is_none() && asked.elapsed() < NOBODY_CANCELS;
            chosen.or_else(|| is_missing.then_some(Event::NoDialog))
        });
    }

    /// Reads a project.
    pub(crate) fn open(&self, path: PathBuf, lang: Lang) {
        self.start(move || Some(Event::Opened { result: files::open(&path, lang).map(Box::new), path }));
    }

    /// Writes a project; what its file lost is kept beside it. A fault of the program is a failure of this save.
    pub(crate) fn save(&self, order: SaveOrder) {
        self.start(move || {
            let saved = catch_unwind(AssertUnwindSafe(|| files::save(&order)));
            let result = saved.unwrap_or_else(|_| {
                let sentence = JobText::Failed.text(order.lang).to_owned();
                Err(files::SaveFailure { sentence, fault: store::SaveFault::Other })
            });
            Some(Event::Saved { order: Box::new(order), result })
        });
    }

    /// Reads a file that somebody wrote; one that cannot be read is met when it is saved over.
    pub(crate) fn look_again(&self, serial: u64, path: PathBuf) {
        self.start(move || Some(Event::LookedAgain { serial, opened: Box::new(store::open(&path).ok()?) }));
    }

    /// Looks for what programs that ended unexpectedly left behind.
    pub(crate) fn find_left(&self, folder: PathBuf) {
        self.start(move || Some(Event::Left(keeper::find(&folder))));
    }

    /// Does something about others' versions, off the frame.
    pub(crate) fn together(&self, work: impl FnOnce() -> Option<TogetherEvent> + Send + 'static) {
        self.start(move || work().map(Event::Together));
    }

    /// Reads a portrait and makes it small.
    pub(crate) fn portrait(&self, persona: PersonaId, path: PathBuf, lang: Lang) {
        self.start(move || Some(Event::Portrait { persona, result: files::portrait(&path, lang) }));
    }

    /// Reads the team's logo.
    pub(crate) fn logo(&self, path: PathBuf, lang: Lang) {
        self.start(move || Some(Event::Logo(files::portrait(&path, lang))));
    }

    /// Makes a picture small that was pasted or dropped.
    pub(crate) fn picture(&self, target: PictureFor, source: PictureSource, lang: Lang) {
        self.start(move || {
            let result = match source {
                PictureSource::File(path) => files::portrait(&path, lang),
                PictureSource::Pixels(image) => files::pixels(&image, lang),
            };
            Some(Event::Picture { target, result })
        });
    }

    /// Draws a scene for the clipboard.
    pub(crate) fn draw(&self, scene: Scene) {
        self.start(move || Some(Event::Drawn(files::drawn(&scene))));
    }

    /// Puts what was copied where other windows find it; without it they get the text.
    pub(crate) fn write_clip(&self, clip: Clip, path: PathBuf, turn: u64) {
        self.start(move || {
            drop(between::write(&path, &clip, turn));
            None
        });
    }

    /// Puts a text onto the clipboard.
    pub(crate) fn copy_text(&self, text: String) {
        self.ctx.copy_text(text);
    }

    /// Puts a picture onto the clipboard.
    pub(crate) fn copy_image(&self, image: ColorImage) {
        self.ctx.copy_image(image);
    }

    /// Asks for what is on the clipboard: it comes with the input of a later frame.
    pub(crate) fn request_paste(&self) {
        self.ctx.send_viewport_cmd(ViewportCommand::RequestPaste);
        self.ctx.request_repaint();
    }

    /// Takes the keyboard from whatever control has it.
    pub(crate) fn leave_fields(&self) {
        self.ctx.memory_mut(|memory| {
            if let Some(id) = memory.focused() {
                memory.surrender_focus(id);
            }
        });
    }

    /// Writes settings; a failure is not worth a word.
    pub(crate) fn write_settings(&self, settings: Settings, path: PathBuf) {
        self.start(move || {
            drop(settings.save(&path));
            None
        });
    }

    fn start(&self, work: impl FnOnce() -> Option<Event> + Send + 'static) {
        let (sender, ctx) = (self.sender.clone(), self.ctx.clone());
        std::thread::spawn(move || {
            // A window that is gone needs no answer.
            if let Some(event) = work()
                && sender.send(event).is_ok()
            {
                ctx.request_repaint();
            }
        });
    }
}

fn choose(ask: Ask, lang: Lang, name: &str) -> Option<Event> {
    if ask == Ask::Feedback {
        let dialog = FileDialog::new().add_filter(Text::FeedbackFiles.text(lang), &files::FEEDBACK_ENDINGS);
        return Some(Event::Feedback(dialog.pick_files()?));
    }
    if ask == Ask::Copies {
        let dialog = FileDialog::new().add_filter(Text::ProjectFiles.text(lang), &["ron"]);
        return Some(Event::Copies(dialog.pick_files()?));
    }
    Some(Event::Picked(ask, pick(ask, lang, name)?))
}

fn pick(ask: Ask, lang: Lang, name: &str) -> Option<PathBuf> {
    let filter = |text: Text, endings: &[&str]| FileDialog::new().add_filter(text.text(lang), endings);
    match ask {
        Ask::Project => filter(Text::ProjectFiles, &["ron"]).pick_file(),
        Ask::SaveAs => {
            let path = filter(Text::ProjectFiles, &["ron"]).set_file_name(file_name(name, "ron")).save_file()?;
            Some(with_ending(&path))
        }
        Ask::Portrait(_) | Ask::Logo => filter(Text::Pictures, &["png", "jpg", "jpeg", "webp"]).pick_file(),
        // Several may be chosen; asked for elsewhere.
        Ask::Feedback | Ask::Copies => None,
        Ask::Map => {
            let endings: Vec<&str> = files::MAP_ENDINGS.iter().chain(&["csv", "tsv", "txt", "xlsx"]).copied().collect();
            FileDialog::new().add_filter(ImportDialogText::MapFiles.text(lang), &endings).pick_file()
        }
        Ask::Export(kind) => FileDialog::new()
            .add_filter(kind.name(), &[kind.ending()])
            .set_file_name(file_name(name, kind.ending()))
            .save_file(),
    }
}

/// A file name made of a title: without what file systems refuse.
fn file_name(title: &str, ending: &str) -> String {
    let clean: String = title.chars().filter(|c| !c.is_control() && !"/\\:*?\"<>|".contains(*c)).take(60).collect();
    let clean = clean.trim().trim_matches('.');
    format!("{}.{ending}", if clean.is_empty() { "tabiji" } else { clean })
}

fn with_ending(path: &Path) -> PathBuf {
    if path.extension().is_some() { path.to_owned() } else { path.with_extension("ron") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_become_file_names_that_every_system_takes() {
        assert_eq!(file_name("冬物コートの購入: 店舗/EC", "ron"), "冬物コートの購入 店舗EC.ron");
        assert_eq!(file_name("…", "ron"), "….ron");
        assert_eq!(file_name(" . ", "ron"), "tabiji.ron");
    }
}
