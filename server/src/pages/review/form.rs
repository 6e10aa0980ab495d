//! The form of one patient's review: fields that come several times, in the order in which they stand.

use domain::{
    Problem, StayId,
    long_stay_review::{ActionDraft, Draft, OutcomeDraft, ReviewWeek},
};

/// What one form sent.
#[derive(Debug, PartialEq, Eq)]
pub struct Written {
    pub week: ReviewWeek,
    pub stay: StayId,
    /// The review whose actions the outcomes are of: `2026-03-02.1`.
    pub earlier: Option<(ReviewWeek, u32)>,
    pub draft: Draft,
    /// Whether the next patient is asked for.
    pub goes_on: bool,
}

/// Most rows of a kind that a form has.
const ROWS: usize = 50;

impl Written {
    pub fn read(fields: &[(String, String)]) -> Result<Self, Problem> {
        let fields = Fields(fields);
        Ok(Self {
            week: fields.read("week")?,
            stay: fields.read("stay")?,
            earlier: fields.one("earlier").map(earlier).transpose()?,
            draft: Draft {
                actions: fields.actions(),
                escalation: fields.one("escalation").unwrap_or_default().to_owned(),
                outcomes: fields.outcomes(),
                seen: fields.read("seen")?,
            },
            goes_on: fields.one("then") == Some("next"),
        })
    }
}

struct Fields<'a>(&'a [(String, String)]);

impl<'a> Fields<'a> {
    fn all(&self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(field, _)| field == name).map(|(_, value)| value.as_str()).take(ROWS)
    }

    fn one(&self, name: &'a str) -> Option<&'a str> {
        self.all(name).next()
    }

    fn read<T: std::str::FromStr>(&self, name: &'a str) -> Result<T, Problem> {
        self.one(name).and_then(|value| value.parse().ok()).ok_or_else(|| Problem::invalid(format!("Please give the {name}.")))
    }

    /// Each row sends all three of its fields.
    fn actions(&self) -> Vec<ActionDraft> {
        let rows = self.all("what").zip(self.all("who")).zip(self.all("by"));
        rows.map(|((what, who), by)| ActionDraft { what: what.to_owned(), who: who.to_owned(), by: by.to_owned() }).collect()
    }

    /// Each row sends its words; what was not chosen is not sent.
    fn outcomes(&self) -> Vec<OutcomeDraft> {
        let result = |number: usize| {
            let name = format!("result-{number}");
            self.0.iter().find(|(field, _)| *field == name).map_or_else(String::new, |(_, value)| value.clone())
        };
        let rows = self.all("outcome").enumerate();
        rows.map(|(number, words)| OutcomeDraft { result: result(number), words: words.to_owned() }).collect()
    }
}

fn earlier(text: &str) -> Result<(ReviewWeek, u32), Problem> {
    let read = || {
        let (week, version) = text.split_once('.')?;
        Some((week.parse().ok()?, version.parse().ok()?))
    };
    read().ok_or_else(|| Problem::invalid("Please give the earlier review."))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(text: &[(&str, &str)]) -> Vec<(String, String)> {
        text.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    const STAY: &str = "0190a000-0000-7000-8000-000000000004";

    #[test]
    fn rows_are_read_in_their_order() {
        let sent = fields(&[
            ("week", "2026-03-09"),
            ("stay", STAY),
            ("seen", "1"),
            ("earlier", "2026-03-02.2"),
            ("outcome", "closed to visits"),
            ("result-1", "done"),
            ("outcome", ""),
            ("what", "Funding panel"),
            ("who", "Tom Reyes"),
            ("by", "2026-03-13"),
            ("what", ""),
            ("who", ""),
            ("by", ""),
            ("escalation", "matron"),
            ("then", "next"),
        ]);
        let written = Written::read(&sent).expect("read");
        assert_eq!(written.earlier, Some(("2026-03-02".parse().expect("a week"), 2)));
        let results: Vec<_> =
            written.draft.outcomes.iter().map(|outcome| (outcome.result.as_str(), outcome.words.as_str())).collect();
        assert_eq!(results, [("", "closed to visits"), ("done", "")]);
        assert_eq!((written.draft.actions.len(), written.draft.actions[0].who.as_str()), (2, "Tom Reyes"));
        assert_eq!((written.draft.seen, written.goes_on), (1, true));
    }

    #[test]
    fn a_form_without_its_patient_or_week_is_none() {
        for sent in [fields(&[("stay", STAY), ("seen", "0")]), fields(&[("week", "2026-03-09"), ("stay", "x"), ("seen", "0")])] {
            assert!(matches!(Written::read(&sent), Err(Problem::Invalid { .. })));
        }
        let odd = fields(&[("week", "2026-03-09"), ("stay", STAY), ("seen", "0"), ("earlier", "last week")]);
        assert!(Written::read(&odd).is_err());
    }
}
