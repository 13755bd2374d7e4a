//! `tabiji check`: tells what is wrong with a project file, and never changes it.

use super::args::CheckArgs;
use super::{Console, Failure, Outcome};
use crate::i18n::check::{id_text, problem_text, remedy_text};
use crate::i18n::cli::CheckText;
use crate::i18n::files::{notice_text, open_error_text, quarantined_text, unreadable_text};
use crate::i18n::{Lang, fill};
use crate::model::{Problem, Project};
use crate::store::{self, LoadReport, Loaded, Notice};
use serde_json::{Value, json};

/// Runs the command.
pub(super) fn run(args: &CheckArgs, console: &mut Console<'_>) -> Result<Outcome, Failure> {
    let file = args.file.display().to_string();
    let opened = store::open(&args.file).map_err(|error| Failure(open_error_text(&error, &file, console.lang)))?;
    let finding = Finding::new(opened.loaded);
    let text = if args.json {
        format!("{:#}\n", finding.json(&file, console.lang))
    } else {
        finding.lines(&file, console.lang).join("\n") + "\n"
    };
    console.print(&text)?;
    Ok(if finding.is_sound() { Outcome::Done } else { Outcome::Report })
}

/// What is wrong with a file.
struct Finding {
    project: Project,
    report: LoadReport,
    /// What is unfinished, but no damage.
    remarks: Vec<Problem>,
}

impl Finding {
    fn new(Loaded { project, report }: Loaded) -> Self {
        let remarks = project.problems();
        Self { project, report, remarks }
    }

    fn is_sound(&self) -> bool {
        self.report.is_empty() && self.remarks.is_empty()
    }

    fn lines(&self, file: &str, lang: Lang) -> Vec<String> {
        let mut lines = vec![self.summary(file, lang)];
        let LoadReport { notices, quarantine, repairs } = &self.report;
        lines.extend(notices.iter().map(|notice| format!("- {}", notice_text(notice, &self.project, lang))));
        for line in quarantine {
            lines.push(format!("- {}", quarantined_text(line, lang)));
            lines.push(format!("    {}", line.text));
        }
        for repair in repairs {
            let problem = problem_text(&repair.problem, &self.project, lang);
            lines.push(format!("- {problem} → {}", remedy_text(repair.remedy, lang)));
        }
        lines.extend(self.remarks.iter().map(|problem| format!("- {}", problem_text(problem, &self.project, lang))));
        if !self.report.is_empty() {
            lines.push(CheckText::Unchanged.text(lang).to_owned());
        }
        lines
    }

    fn summary(&self, file: &str, lang: Lang) -> String {
        let text = if self.is_sound() { CheckText::Sound } else { CheckText::Findings };
        let Project { journeys, steps, cards, personas, .. } = &self.project;
        let found =
            self.report.notices.len() + self.report.quarantine.len() + self.report.repairs.len() + self.remarks.len();
        let counts = [found, journeys.len(), steps.len(), cards.len(), personas.len()].map(|n| n.to_string());
        let names = ["n", "journeys", "steps", "cards", "personas"];
        let values: Vec<(&str, &str)> =
            names.into_iter().zip(counts.iter().map(String::as_str)).chain([("file", file)]).collect();
        fill(text.text(lang), &values)
    }

    fn json(&self, file: &str, lang: Lang) -> Value {
        let Project { personas, journeys, steps, cards, data_sets, .. } = &self.project;
        let LoadReport { notices, quarantine, repairs } = &self.report;
        let unreadable = quarantine
            .iter()
            .map(|q| json!({"line": q.line, "reason": unreadable_text(&q.reason, lang), "text": q.text}));
        let repaired = repairs.iter().map(|repair| {
            let mut object = self.problem_json(&repair.problem, lang);
            object["remedy"] = remedy_text(repair.remedy, lang).into();
            object
        });
        json!({
            "file": file,
            "sound": self.is_sound(),
            "counts": {
                "personas": personas.len(), "journeys": journeys.len(), "steps": steps.len(),
                "cards": cards.len(), "data_sets": data_sets.len(),
            },
            "notices": notices.iter().map(|notice| self.notice_json(notice, lang)).collect::<Vec<_>>(),
            "unreadable": unreadable.collect::<Vec<_>>(),
            "repairs": repaired.collect::<Vec<_>>(),
            "remarks": self.remarks.iter().map(|problem| self.problem_json(problem, lang)).collect::<Vec<_>>(),
        })
    }

    fn problem_json(&self, problem: &Problem, lang: Lang) -> Value {
        json!({
            "kind": problem.key(),
            "record": id_text(problem.record()),
            "message": problem_text(problem, &self.project, lang),
        })
    }

    fn notice_json(&self, notice: &Notice, lang: Lang) -> Value {
        json!({"kind": notice.key(), "line": notice.line(), "message": notice_text(notice, &self.project, lang)})
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{IdSource, OrderKey};
    use crate::model::{Journey, Phase};

    fn journey() -> (Project, Phase) {
        let (mut project, mut ids) = (Project::default(), IdSource::seeded(5));
        let journey = Journey { title: "私は靴を買う".into(), ..Journey::new(ids.next(), OrderKey::default()) };
        let phase = Phase::new(ids.next(), journey.id, OrderKey::default());
        project.journeys.put(journey);
        (project, phase)
    }

    fn check(text: &str, json: bool, lang: Lang) -> (Result<Outcome, Failure>, String) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("shop.ron");
        store::write_atomically(&file, text.as_bytes()).unwrap();
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let mut console = Console { out: &mut out, err: &mut err, is_watched: false, lang, is_lang_asked: true };
        let outcome = run(&CheckArgs { file: file.clone(), json }, &mut console);
        assert_eq!(std::fs::read_to_string(&file).unwrap(), text, "the file is never changed");
        (outcome, String::from_utf8(out).unwrap())
    }

    #[test]
    fn a_sound_file_is_called_sound() {
        let (mut project, phase) = journey();
        project.phases.put(phase);
        let text = store::to_text(&project).unwrap();
        let (outcome, out) = check(&text, false, Lang::En);
        assert_eq!(outcome, Ok(Outcome::Done));
        assert!(out.contains("sound") && out.lines().count() == 1, "{out}");
        let (_, out) = check(&text, true, Lang::En);
        let object: Value = serde_json::from_str(&out).unwrap();
        assert_eq!((&object["sound"], &object["counts"]["journeys"]), (&json!(true), &json!(1)));
    }

    #[test]
    fn what_is_wrong_is_said_with_its_line_in_both_languages() {
        let (project, phase) = journey();
        let text = store::to_text(&project).unwrap().replace("Journey((", "Journey((mood:1,") + "Card(oops\n";
        for (lang, words) in [(Lang::En, ["Line 4", "mood", "phase yet"]), (Lang::Ja, ["4行目", "mood", "フェーズ"])]
        {
            let (outcome, out) = check(&text, false, lang);
            assert_eq!(outcome, Ok(Outcome::Report));
            assert!(words.iter().all(|word| out.contains(word)) && out.contains("Card(oops"), "{out}");
        }
        let mut orphan = Project::default();
        orphan.phases.put(phase);
        let (outcome, out) = check(&store::to_text(&orphan).unwrap(), true, Lang::En);
        assert_eq!(outcome, Ok(Outcome::Report));
        let object: Value = serde_json::from_str(&out).unwrap();
        assert_eq!(object["repairs"][0]["kind"], "orphan");
    }

    #[test]
    fn what_cannot_be_read_is_a_failure_in_one_sentence() {
        let (outcome, out) = check("Dear colleagues", false, Lang::En);
        let Err(Failure(sentence)) = outcome else { panic!("{out}") };
        assert!(sentence.contains("shop.ron") && sentence.contains("line 1"), "{sentence}");
        let (outcome, _) = check("// tabiji format=7 sha256=0\n[]", false, Lang::Ja);
        assert!(outcome.is_err_and(|Failure(sentence)| sentence.contains('7')));
    }
}
