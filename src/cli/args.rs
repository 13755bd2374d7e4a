//! What can be typed after `tabiji`: the parser, with help texts a person can learn from.

use crate::export::page::Paper;
use crate::i18n::Lang;
use crate::model::ColumnRole;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;
use std::str::FromStr;

/// Journey maps and personas for workshop teams, offline.
///
/// Without a command the window opens, with FILE in it if one is named.
#[derive(Debug, Parser)]
#[command(
    name = "tabiji",
    version,
    disable_help_subcommand = true,
    after_help = "\
Examples:
  tabiji                                                 open the window
  tabiji shop.ron                                        open the window with a project
  tabiji new --template retail --lang en -o shop.ron     start a project from a template
  tabiji export shop.ron -o shop.png --width 3840        draw its map as a picture
  tabiji feedback answers.csv --project shop.ron --json  see what customers answered
  tabiji check shop.ron                                  see whether the file is sound

`tabiji COMMAND --help` explains a command. Results go to standard output or to the file
after -o, messages to standard error. Exit code: 0 done, 1 done with something to report,
2 could not."
)]
pub struct Cli {
    /// The project to open in the window.
    pub file: Option<PathBuf>,

    /// Language: ja or en [default: that of this computer].
    #[arg(long, global = true, value_name = "ja|en")]
    pub lang: Option<Lang>,

    /// What to do instead of opening the window.
    #[command(subcommand)]
    pub command: Option<CommandArgs>,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum CommandArgs {
    /// Start a project from a template.
    New(NewArgs),
    /// List the templates.
    Templates(TemplatesArgs),
    /// Draw the map of a journey, or the sheet of a persona, as a picture.
    Export(ExportArgs),
    /// Read customer feedback: figures with their doubt, and into a project.
    Feedback(FeedbackArgs),
    /// Bring in maps: Mermaid, tables, CJML, and workbooks that come back.
    Import(ImportArgs),
    /// Tell what is wrong with a project file.
    Check(CheckArgs),
    /// Tell what differs between two project files.
    Diff(DiffArgs),
    /// Make one of two versions of a project file.
    Merge(MergeArgs),
}

/// `tabiji diff`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  tabiji diff old.ron new.ron          what differs, a line each; exit code 1 when anything does
  tabiji diff old.ron new.ron --json   for programs
With git: in .gitattributes the line `*.ron diff=tabiji`, and once
  git config diff.tabiji.command \"sh -c 'tabiji diff $2 $5; true' -\"")]
pub struct DiffArgs {
    /// The older version.
    #[arg(value_name = "A.ron")]
    pub a: PathBuf,
    /// The newer version.
    #[arg(value_name = "B.ron")]
    pub b: PathBuf,
    /// One JSON object instead of sentences.
    #[arg(long)]
    pub json: bool,
}

/// `tabiji merge`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  tabiji merge base.ron mine.ron theirs.ron -o mine.ron
Where both changed the same field, theirs stands and ours is kept beside it until somebody chooses
in the window; exit code 1 says so.
With git: in .gitattributes the line `*.ron merge=tabiji`, and once
  git config merge.tabiji.driver 'tabiji merge %O %A %B -o %A'")]
pub struct MergeArgs {
    /// What both began with; an empty file where there is none.
    #[arg(value_name = "BASE.ron")]
    pub base: PathBuf,
    /// Our version.
    #[arg(value_name = "OURS.ron")]
    pub ours: PathBuf,
    /// The other version.
    #[arg(value_name = "THEIRS.ron")]
    pub theirs: PathBuf,
    /// The file to write; it may be one of the three.
    #[arg(short, long, value_name = "OUT.ron")]
    pub output: PathBuf,
}

/// `tabiji new`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  tabiji templates                                    which templates there are
  tabiji new --template retail --lang ja -o shop.ron  the shop template, in Japanese")]
pub struct NewArgs {
    /// The template's key; `tabiji templates` lists them.
    #[arg(long, value_name = "KEY")]
    pub template: String,
    /// The file to write. A file that is there already is left alone, and that is an error.
    #[arg(short, long, value_name = "FILE.ron")]
    pub output: PathBuf,
}

/// `tabiji templates`
#[derive(Debug, Args)]
#[command(after_help = "\
Example:
  tabiji templates --lang en    one line each: key, title, what it is about")]
pub struct TemplatesArgs {}

/// `tabiji export`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  tabiji export shop.ron -o shop.png                        the first journey, twice its size on paper
  tabiji export shop.ron -o wall.png --width 7680           for a projector or a poster
  tabiji export shop.ron -o shop.svg --theme dark --lang en
  tabiji export shop.ron -o to-be.png --journey 'Next year'
  tabiji export shop.ron -o changes.png --compare           the to-be over the as-is, changes marked
  tabiji export shop.ron -o guesses.png --view 'Guesses'    the cards that a saved view brings forward
  tabiji export shop.ron -o shop.png --all                  shop-1.png, shop-2.png … for each journey
  tabiji export shop.ron -o shop.pptx --all                 slides: an overview and the phases, large enough to read
  tabiji export shop.ron -o shop.pdf --page a0              a poster; a3 unless another paper is named
  tabiji export shop.ron -o shop.pptx --findings            with a page of what stands out in the map
  tabiji export shop.ron -o shop.xlsx --all                 for Excel; tabiji import takes it back
  tabiji export shop.ron -o slide.png --page 16:9           slide-1.png … an overview and the phases, large enough to read
  tabiji export shop.ron -o misaki.png --persona '佐藤 美咲'  the sheet of a persona, one page of A4")]
#[expect(clippy::struct_excessive_bools, reason = "flags of a command line are independent of each other")]
pub struct ExportArgs {
    /// The project.
    #[arg(value_name = "FILE.ron")]
    pub file: PathBuf,
    /// The file to write; its ending says which kind: .pptx, .pdf, .png, .svg, .html, .xlsx, .csv, .md or .mmd.
    #[arg(short, long, value_name = "OUT")]
    pub output: PathBuf,
    /// Which journey, by its title or its id [default: the first].
    #[arg(long, value_name = "TITLE|ID", conflicts_with = "all")]
    pub journey: Option<String>,
    /// The sheet of this persona instead of a journey, by its name or its id.
    #[arg(long, value_name = "NAME|ID", conflicts_with_all = ["journey", "all", "view"])]
    pub persona: Option<String>,
    /// As a saved view shows it, by its name or its id; with the view's journey unless another is named.
    #[arg(long, value_name = "NAME|ID")]
    pub view: Option<String>,
    /// Every journey: pictures each to a file of its own with its number before the ending, else all in one file.
    #[arg(long)]
    pub all: bool,
    /// Behind each journey a page of findings: what its map says about itself.
    #[arg(long, conflicts_with = "persona")]
    pub findings: bool,
    /// The to-be, with everything marked that differs from its as-is.
    #[arg(long)]
    pub compare: bool,
    /// How wide the picture is, in pixels (PNG).
    #[arg(long, value_name = "PX", conflicts_with = "scale", value_parser = clap::value_parser!(u32).range(16..=65_535))]
    pub width: Option<u32>,
    /// Pixels for each map unit (PNG); 1 is 96 pixels an inch [default: 2].
    #[arg(long, value_name = "N", value_parser = scale)]
    pub scale: Option<f32>,
    /// The paper or slide that maps are put on [default for pictures: none, each as large as it is].
    #[arg(long, value_parser = papers(), value_name = "PAPER", ignore_case = true)]
    pub page: Option<Paper>,
    /// Each page in pieces on this paper, with overlap and cut marks.
    #[arg(long, value_parser = papers(), value_name = "PAPER", ignore_case = true)]
    pub pieces_on: Option<Paper>,
    /// Letters as shapes, which look the same everywhere (SVG).
    #[arg(long)]
    pub outlines: bool,
    /// Without the mark by which Excel knows UTF-8 (CSV).
    #[arg(long)]
    pub no_bom: bool,
    /// Pages stand on their short side.
    #[arg(long)]
    pub upright: bool,
    /// Whether a map is split over several pages.
    #[arg(long, value_enum, default_value_t)]
    pub split: SplitArg,
    /// A version or any words, said at the foot of every page.
    #[arg(long, value_name = "WORDS")]
    pub version: Option<String>,
    /// A picture for the corner of every page: PNG, JPEG or WebP.
    #[arg(long, value_name = "PICTURE")]
    pub logo: Option<PathBuf>,
    /// The colours.
    #[arg(long, value_enum, default_value_t)]
    pub theme: ThemeArg,
}

/// The papers by their names, in small or large letters.
fn papers() -> impl TypedValueParser<Value = Paper> {
    let known = |name: String| Paper::of_name(&name).ok_or("no such paper");
    PossibleValuesParser::new(Paper::ALL.map(Paper::name)).try_map(known)
}

/// Whether a map is split over several pages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum SplitArg {
    /// Where its type would be too small to be read on one.
    #[default]
    Legible,
    /// Never.
    One,
    /// An overview, then a page or more for each phase.
    Phases,
}

/// The colours of a picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum ThemeArg {
    /// Dark on light.
    #[default]
    Light,
    /// Light on dark.
    Dark,
    /// For paper: no tints behind the text.
    Print,
    /// Black, white and strong colours.
    HighContrast,
}

/// `tabiji feedback`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  tabiji feedback answers.csv                                 figures for each name in the step column
  tabiji feedback answers.csv --project shop.ron              figures for each step of the map
  tabiji feedback answers.csv --column nps='Q1 推奨度' --json   say which column is what
  tabiji feedback answers.csv --project shop.ron --apply      put the figures into the project
  tabiji feedback q3.csv --project shop.ron --apply --add-to 'q2.csv'   the next quarter's answers to those there
  tabiji feedback a.csv b.csv --project shop.ron --apply -o shop-2.ron
  tabiji feedback survey.xlsx --sheet 回答 --header-row 3         which sheet, and where its header is
  tabiji feedback forms.csv --column 'csat@来店=Q3 店舗の満足度'   a column a question: what it is about
  tabiji feedback answers.csv --project shop.ron --period 2026-01..2026-03 --channel 店舗
                                                              only these answers

Roles: date, respondent, step, phase, channel, segment, persona, nps, csat, ces, rating,
comment, weight, competitor, language, ignore. Columns that you do not name are guessed.")]
pub struct FeedbackArgs {
    /// The feedback files (CSV, TSV, XLSX, JSON, JSON Lines), read as one when they have the same columns.
    #[arg(value_name = "DATA", required = true)]
    pub data: Vec<PathBuf>,
    /// The project whose steps the answers belong to.
    #[arg(long, value_name = "FILE.ron")]
    pub project: Option<PathBuf>,
    /// Reads the column with this header in this role; may be repeated. ROLE@STEP for a question about a step.
    #[arg(long = "column", value_name = "ROLE[@STEP]=HEADER")]
    pub columns: Vec<ColumnArg>,
    /// The sheet of an Excel file.
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    /// Which row is the header, from 1; blank rows are not counted.
    #[arg(long, value_name = "N")]
    pub header_row: Option<usize>,
    /// An answer that is none, besides -1, N/A, 無回答 and the like; may be repeated.
    #[arg(long, value_name = "CODE", allow_hyphen_values = true)]
    pub no_answer: Vec<String>,
    /// Only the answers of this month, or from one month to another: 2026-01, 2026-01..2026-03, 2026-01.., ..2026-03.
    #[arg(long, value_name = "FROM..TO", conflicts_with = "apply")]
    pub period: Option<PeriodArg>,
    /// Only the answers of this channel; may be repeated.
    #[arg(long = "channel", value_name = "NAME", conflicts_with = "apply")]
    pub channels: Vec<String>,
    /// Only the answers of this segment; may be repeated.
    #[arg(long = "segment", value_name = "NAME", conflicts_with = "apply")]
    pub segments: Vec<String>,
    /// Only the answers of this persona; may be repeated.
    #[arg(long = "persona", value_name = "NAME", conflicts_with = "apply")]
    pub personas: Vec<String>,
    /// Prints one JSON object.
    #[arg(long, conflicts_with = "csv")]
    pub json: bool,
    /// Prints a table as CSV.
    #[arg(long)]
    pub csv: bool,
    /// Puts the answers into the project and saves it.
    #[arg(long, requires = "project")]
    pub apply: bool,
    /// What becomes of a data set that is there.
    #[command(flatten)]
    pub arrival: ArrivalArgs,
    /// With --apply: saves to this file and leaves the project as it is.
    #[arg(short, long, value_name = "OUT.ron", requires = "apply")]
    pub output: Option<PathBuf>,
}

/// What becomes of a data set that is there.
#[derive(Debug, Args)]
pub struct ArrivalArgs {
    /// With --apply: adds the answers to this data set, by its name or its id [default: to one with the same columns, when
    /// no month comes twice].
    #[arg(long, value_name = "NAME|ID", requires = "apply", conflicts_with_all = ["replace", "as_new"])]
    pub add_to: Option<String>,
    /// With --apply: puts the answers in the place of those of this data set, by its name or its id [default: of one with
    /// the same columns, when the file holds all of its answers].
    #[arg(long, value_name = "NAME|ID", requires = "apply", conflicts_with = "as_new")]
    pub replace: Option<String>,
    /// With --apply: makes a data set of its own of the answers.
    #[arg(long, requires = "apply")]
    pub as_new: bool,
}

/// A column and the role it is to be read in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnArg {
    /// The role.
    pub role: ColumnRole,
    /// The step that the column's question is about.
    pub step: Option<String>,
    /// The column's header.
    pub header: String,
}

impl FromStr for ColumnArg {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (key, header) = text.split_once('=').ok_or("write ROLE=HEADER, for example nps=Score")?;
        let (key, step) = key.split_once('@').map_or((key, None), |(key, step)| (key, Some(step.to_owned())));
        let role = ColumnRole::ALL.into_iter().find(|role| role.key() == key).ok_or_else(|| {
            let keys = ColumnRole::ALL.map(ColumnRole::key).join(", ");
            format!("{key} is no role; the roles are {keys}")
        })?;
        Ok(Self { role, step, header: header.to_owned() })
    }
}

/// A month, or months from one to another, both included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PeriodArg {
    /// The first month as `2026-01`.
    pub from: Option<String>,
    /// The last month.
    pub to: Option<String>,
}

impl FromStr for PeriodArg {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || "write a month as 2026-01, or a period as 2026-01..2026-03".to_owned();
        let month = |text: &str| {
            let (year, month) = text.split_once('-').filter(|(year, month)| (year.len(), month.len()) == (4, 2))?;
            let is_month = (1..=12).contains(&month.parse::<u8>().ok()?) && year.parse::<u16>().is_ok();
            is_month.then(|| Some(text.to_owned()))
        };
        let end = |text: &str| if text.is_empty() { Some(None) } else { month(text) };
        let (from, to) = text.split_once("..").unwrap_or((text, text));
        let (from, to) = end(from.trim()).zip(end(to.trim())).ok_or_else(wrong)?;
        let is_empty = from.is_none() && to.is_none();
        let is_backwards = from.as_ref().zip(to.as_ref()).is_some_and(|(from, to)| from > to);
        if is_empty || is_backwards { Err(wrong()) } else { Ok(Self { from, to }) }
    }
}

/// `tabiji import`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  tabiji import journey.mmd -o shop.ron                     a project of a Mermaid journey
  tabiji import README.md -o shop.ron                       of those in the fences of a Markdown file
  tabiji import map.xlsx --into shop.ron -o shop.ron        a table as a new journey of a project
  tabiji import map.csv --into shop.ron --journey 'Now' -o shop.ron   into a journey, by the names of its steps
  tabiji import shop.xlsx --into shop.ron -o shop.ron       a workbook of Tabiji that comes back: all its changes

What was not understood is said with its line or cell. Exit code: 0 done, 1 done with something
to report, 2 could not.")]
pub struct ImportArgs {
    /// What is read: .mmd, .md, .csv, .xlsx or .xml. What is in it decides, not its name.
    #[arg(value_name = "SOURCE")]
    pub source: PathBuf,
    /// The project it goes into [default: a new one].
    #[arg(long, value_name = "FILE.ron")]
    pub into: Option<PathBuf>,
    /// The journey it goes into, by its title or its id [default: a new one].
    #[arg(long, value_name = "TITLE|ID", requires = "into")]
    pub journey: Option<String>,
    /// The project to write; with --into it may be the same file.
    #[arg(short, long, value_name = "OUT.ron")]
    pub output: PathBuf,
}

/// `tabiji check`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  tabiji check shop.ron          says in words what is wrong, and what opening it would mend
  tabiji check shop.ron --json   the same for a script

Exit code: 0 the file is sound, 1 there is something to report, 2 it could not be read.
The file itself is never changed.")]
pub struct CheckArgs {
    /// The project.
    #[arg(value_name = "FILE.ron")]
    pub file: PathBuf,
    /// Prints one JSON object.
    #[arg(long)]
    pub json: bool,
}

fn scale(text: &str) -> Result<f32, String> {
    match text.parse::<f32>() {
        Ok(scale) if (0.05..=16.0).contains(&scale) => Ok(scale),
        _ => Err("write a number from 0.05 to 16".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory as _;

    fn parsed(line: &str) -> Result<Cli, clap::Error> {
        Cli::try_parse_from(line.split(' '))
    }

    #[test]
    fn the_parser_is_consistent() {
        Cli::command().debug_assert();
    }

    #[test]
    fn a_file_alone_opens_the_window() {
        let cli = parsed("tabiji shop.ron --lang ja").unwrap();
        assert!(cli.command.is_none());
        assert_eq!(cli.file, Some("shop.ron".into()));
        assert_eq!(cli.lang, Some(Lang::Ja));
    }

    #[test]
    fn the_language_may_stand_before_or_after_the_command() {
        for line in ["tabiji --lang ja check a.ron", "tabiji check a.ron --lang ja"] {
            let cli = parsed(line).unwrap();
            assert_eq!(cli.lang, Some(Lang::Ja), "{line}");
            assert!(matches!(cli.command, Some(CommandArgs::Check(_))), "{line}");
        }
    }

    #[test]
    fn a_column_is_a_role_and_a_header() {
        let column: ColumnArg = "nps=Q1=x".parse().unwrap();
        assert_eq!(column, ColumnArg { role: ColumnRole::Nps, step: None, header: "Q1=x".to_owned() });
        let column: ColumnArg = "csat@来店=Q3".parse().unwrap();
        assert_eq!(
            (column.role, column.step.as_deref(), column.header.as_str()),
            (ColumnRole::Csat, Some("来店"), "Q3")
        );
        assert!("score=Q1".parse::<ColumnArg>().unwrap_err().contains("csat"));
        assert!("nps".parse::<ColumnArg>().is_err());
    }

    #[test]
    fn a_period_is_a_month_or_two_ends() {
        let period = |text: &str| text.parse::<PeriodArg>();
        let months = |from: Option<&str>, to: Option<&str>| {
            Ok(PeriodArg { from: from.map(str::to_owned), to: to.map(str::to_owned) })
        };
        assert_eq!(period("2026-01"), months(Some("2026-01"), Some("2026-01")));
        assert_eq!(period("2026-01..2026-03"), months(Some("2026-01"), Some("2026-03")));
        assert_eq!(period("2026-01.."), months(Some("2026-01"), None));
        assert_eq!(period("..2026-03"), months(None, Some("2026-03")));
        for wrong in ["", "..", "2026", "2026-13", "2026-1", "2026-03..2026-01", "2026-01..now"] {
            assert!(period(wrong).is_err(), "{wrong}");
        }
        assert!(parsed("tabiji feedback a.csv --project a.ron --apply --channel x").is_err());
    }

    #[test]
    fn contradictions_are_refused() {
        assert!(parsed("tabiji export a.ron -o a.png --width 800 --scale 2").is_err());
        assert!(parsed("tabiji export a.ron -o a.png --journey x --all").is_err());
        assert!(parsed("tabiji export a.ron -o a.png --persona x --all").is_err());
        assert!(parsed("tabiji export a.ron -o a.png --scale NaN").is_err());
        assert!(parsed("tabiji feedback a.csv --apply").is_err());
        assert!(parsed("tabiji feedback a.csv --project a.ron --json --csv").is_err());
    }

    #[test]
    fn every_help_text_has_an_example() {
        for command in Cli::command().get_subcommands_mut() {
            let help = command.render_long_help().to_string();
            assert!(help.contains("Example"), "{help}");
        }
    }
}
