//! What a person set up on this computer: language, theme, recent files, window. Nothing here is needed: a
//! missing or unreadable file gives the usual settings.

use crate::base::Date;
use crate::i18n::Lang;
use crate::look::ThemeKind;
use crate::store;
use serde::{Deserialize, Serialize};
use std::fs;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

/// How many recent files are remembered.
const MOST_RECENT: usize = 12;
/// No settings file is larger than this, in bytes.
const LARGEST_FILE: u64 = 1024 * 1024;

/// The theme as it is chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ThemeChoice {
    /// Light or dark as the computer is set.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
    /// High contrast.
    HighContrast,
}

impl ThemeChoice {
    /// The theme to draw with, when the computer is set dark or not.
    #[must_use]
    pub const fn theme(self, system_is_dark: bool) -> ThemeKind {
        match self {
            Self::System if system_is_dark => ThemeKind::Dark,
            Self::System | Self::Light => ThemeKind::Light,
            Self::Dark => ThemeKind::Dark,
            Self::HighContrast => ThemeKind::HighContrast,
        }
    }
}

/// Size of the interface in percent: 75 to 200.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "u16", into = "u16")]
pub struct Scale(u16);

impl Scale {
    /// The smallest.
    pub const LEAST: Self = Self(75);
    /// The largest.
    pub const MOST: Self = Self(200);
    /// Sizes are this far apart, in percent.
    pub const STEP: u16 = 5;
    /// What a key makes larger or smaller.
    const KEYS: [u16; 8] = [75, 90, 100, 110, 125, 150, 175, 200];

    /// So many percent, brought into range.
    #[must_use]
    pub fn of(percent: u16) -> Self {
        Self(percent.clamp(Self::LEAST.0, Self::MOST.0))
    }

    /// In percent.
    #[must_use]
    pub const fn percent(self) -> u16 {
        self.0
    }

    /// As a factor.
    #[must_use]
    pub fn factor(self) -> f32 {
        f32::from(self.0) / 100.0
    }

    /// The next size that a key gives, upwards or downwards.
    #[must_use]
    pub fn stepped(self, way: i8) -> Self {
        let next = if way > 0 {
            Self::KEYS.into_iter().find(|percent| *percent > self.0)
        } else {
            Self::KEYS.into_iter().rev().find(|percent| *percent < self.0)
        };
        Self::of(next.unwrap_or(self.0))
    }
}

impl Default for Scale {
    fn default() -> Self {
        Self(100)
    }
}

impl From<u16> for Scale {
    fn from(percent: u16) -> Self {
        Self::of(percent)
    }
}

impl From<Scale> for u16 {
    fn from(scale: Scale) -> Self {
        scale.percent()
    }
}

/// When a document is written to its file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Saving {
    /// By itself, soon after a change.
    #[default]
    ByItself,
    /// When the person asks for it.
    WhenAsked,
}

/// A file that was open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecentFile {
    /// Where it is.
    pub path: PathBuf,
    /// The project's title.
    pub title: String,
    /// When it was last open.
    pub opened_on: Option<Date>,
}

/// The window as it was left.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct WindowSettings {
    /// Width in points.
    pub width: f32,
    /// Height in points.
    pub height: f32,
    /// Whether it fills the screen.
    pub maximized: bool,
    /// Whether the outline is open.
    pub outline: bool,
    /// Whether the inspector is open.
    pub inspector: bool,
}

impl Default for WindowSettings {
    fn default() -> Self {
        Self { width: 1440.0, height: 900.0, maximized: false, outline: true, inspector: true }
    }
}

impl WindowSettings {
    /// The smallest window that still shows everything, width and height in points.
    pub const LEAST: (f32, f32) = (900.0, 560.0);
    const MOST: f32 = 16_000.0;

    /// The same with a size that a window can have, whatever the file said.
    #[must_use]
    pub fn sane(self) -> Self {
        let usual = Self::default();
        let side = |side: f32, least: f32, usual: f32| {
            if side.is_finite() { side.clamp(least, Self::MOST) } else { usual }
        };
        Self {
            width: side(self.width, Self::LEAST.0, usual.width),
            height: side(self.height, Self::LEAST.1, usual.height),
            ..self
        }
    }
}

/// All settings.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The language; `None` takes the computer's.
    pub lang: Option<Lang>,
    /// The theme.
    pub theme: ThemeChoice,
    /// Files that were open, the last one first.
    pub recent: Vec<RecentFile>,
    /// The window.
    pub window: WindowSettings,
    /// Size of the interface.
    pub scale: Scale,
    /// Things appear at once instead of moving.
    pub reduced_motion: bool,
    /// When documents that have a file are saved.
    pub saving: Saving,
}

impl Settings {
    /// Whether things may move.
    #[must_use]
    pub const fn has_motion(&self) -> bool {
        !self.reduced_motion
    }

    /// Whether documents save themselves.
    #[must_use]
    pub fn saves_itself(&self) -> bool {
        self.saving == Saving::ByItself
    }

    /// Documents save themselves, or not.
    pub fn set_saves_itself(&mut self, saves_itself: bool) {
        self.saving = if saves_itself { Saving::ByItself } else { Saving::WhenAsked };
    }

    /// Where the settings of this person are; `None` on a computer without a home folder.
    #[must_use]
    pub fn usual_path() -> Option<PathBuf> {
        let folders = directories::ProjectDirs::from("", "", "Tabiji")?;
        Some(folders.config_dir().join("settings.ron"))
    }

    /// Reads settings; what cannot be read gives the usual ones.
    #[must_use]
    pub fn load(path: &Path) -> Self {
        read_limited(path).ok().and_then(|text| ron::from_str(&text).ok()).unwrap_or_default()
    }

    /// Writes settings, all or nothing.
    pub fn save(&self, path: &Path) -> io::Result<()> {
        let text = ron::ser::to_string_pretty(self, ron::ser::PrettyConfig::default()).map_err(io::Error::other)?;
        fs::create_dir_all(path.parent().unwrap_or_else(|| Path::new(".")))?;
        store::write_atomically(path, text.as_bytes()).map_err(io::Error::other)?;
        Ok(())
    }

    /// The language of the program.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.lang.unwrap_or_else(Lang::of_system)
    }

    /// Puts a file at the head of the recent ones.
    pub fn remember(&mut self, path: &Path, title: &str, today: Date) {
        self.forget(path);
        self.recent.insert(0, RecentFile { path: path.to_owned(), title: title.to_owned(), opened_on: Some(today) });
        self.recent.truncate(MOST_RECENT);
    }

    /// Takes a file off the recent ones: it is not there any more.
    pub fn forget(&mut self, path: &Path) {
        self.recent.retain(|file| file.path != path);
    }
}

fn read_limited(path: &Path) -> io::Result<String> {
    let mut text = String::new();
    fs::File::open(path)?.take(LARGEST_FILE).read_to_string(&mut text)?;
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(day: i8) -> Date {
        jiff::civil::date(2026, 11, day)
    }

    #[test]
    fn settings_come_back_as_they_were_left() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("new folder").join("settings.ron");
        let mut settings = Settings { lang: Some(Lang::Ja), theme: ThemeChoice::Dark, ..Settings::default() };
        settings.remember(Path::new("地図.ron"), "店舗の旅", day(22));
        settings.save(&path).unwrap();
        assert_eq!(Settings::load(&path), settings);
        settings.window.maximized = true;
        settings.save(&path).unwrap();
        assert_eq!(Settings::load(&path), settings);
    }

    #[test]
    fn a_broken_or_missing_file_gives_the_usual_settings() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.ron");
        assert_eq!(Settings::load(&path), Settings::default());
        for content in ["(theme: Plaid)".as_bytes(), "((((((".as_bytes(), &[0xff, 0xfe, 0x00], &b"[".repeat(100_000)] {
            store::write_atomically(&path, content).unwrap();
            assert_eq!(Settings::load(&path), Settings::default());
        }
        assert_eq!(Settings::load(folder.path()), Settings::default(), "a folder is no settings file");
    }

    #[test]
    fn the_interface_is_between_75_and_200_percent_large() {
        assert_eq!((Scale::of(10), Scale::of(999)), (Scale::LEAST, Scale::MOST));
        assert_eq!(Scale::default().stepped(1).percent(), 110);
        assert_eq!(Scale::MOST.stepped(1), Scale::MOST);
        assert_eq!(Scale::LEAST.stepped(-1), Scale::LEAST);
        assert_eq!(ron::from_str::<Scale>("7").unwrap(), Scale::LEAST, "whatever the file says");
    }

    #[test]
    fn a_window_of_impossible_size_is_brought_into_range() {
        let odd = WindowSettings { width: f32::NAN, height: 3.0, ..WindowSettings::default() }.sane();
        assert_eq!((odd.width, odd.height), (WindowSettings::default().width, WindowSettings::LEAST.1));
        let usual = WindowSettings::default();
        assert_eq!(usual.sane(), usual);
    }

    #[test]
    fn twelve_recent_files_are_kept_each_once() {
        let mut settings = Settings::default();
        for n in 1..=15 {
            settings.remember(Path::new(&format!("{n}.ron")), "map", day(n));
        }
        settings.remember(Path::new("9.ron"), "renamed", day(20));
        assert_eq!(settings.recent.len(), 12);
        assert_eq!((settings.recent[0].title.as_str(), settings.recent[0].opened_on), ("renamed", Some(day(20))));
        assert_eq!(settings.recent.iter().filter(|file| file.path == Path::new("9.ron")).count(), 1);
        settings.forget(Path::new("9.ron"));
        assert_eq!(settings.recent.len(), 11);
    }
}
