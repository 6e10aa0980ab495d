//! A change by somebody else, marked until it was seen: on this device, for this person (`domain.md` 5.6, PAL-0840 to 0980).

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::{Entry, StayId, clinical_time, count::counted};

use super::Spot;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// `None` where the row was loaded afresh, which doesn't say whose change it was.
    by: Option<String>,
    at: DateTime<Utc>,
    /// Counts the changes heard on this screen, so that what came later can be told apart.
    pub nth: u32,
}

/// A row's marks.
pub type Marks = BTreeMap<Spot, Mark>;

/// How a marked row stands on the screen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Marked {
    pub count: usize,
    pub is_in_view: bool,
    /// For how many looks in a row, a second apart, somebody has had it in view.
    looks: u32,
}

/// A mark has been seen when its row was in view for this many looks.
const SEEN_AFTER: u32 = 5;

/// What the bar counts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Updates {
    pub all: usize,
    pub out_of_view: usize,
}

impl Mark {
    pub fn new(by: Option<&Entry>, now: DateTime<Utc>, nth: u32) -> Self {
        Self { by: by.map(|entry| entry.by.clone()), at: by.map_or(now, |entry| entry.at), nth }
    }

    /// "changed by Tom Reyes 14:32"
    pub fn words(&self) -> String {
        let at = clinical_time::time(self.at);
        self.by.as_ref().map_or_else(|| format!("changed {at}"), |by| format!("changed by {by} {at}"))
    }

    /// "new on this board 14:32"
    pub fn words_of_row(&self) -> String {
        format!("new on this board {}", clinical_time::time(self.at))
    }
}

impl Marked {
    /// Takes a look in; `true` when that was long enough.
    pub fn look(&mut self, is_in_view: bool, is_somebody_here: bool) -> bool {
        self.is_in_view = is_in_view;
        self.looks = if is_in_view && is_somebody_here { self.looks + 1 } else { 0 };
        self.looks >= SEEN_AFTER
    }

    /// A further change has to be looked at anew.
    pub fn counts(&mut self, count: usize) {
        if count > self.count {
            self.looks = 0;
        }
        self.count = count;
    }
}

impl Updates {
    pub fn of(marked: &BTreeMap<StayId, Marked>) -> Self {
        marked.values().fold(Self::default(), |sum, row| Self {
            all: sum.all + row.count,
            out_of_view: sum.out_of_view + if row.is_in_view { 0 } else { row.count },
        })
    }

    /// "15 updates (8 out of view)"
    pub fn words(self) -> String {
        match self.out_of_view {
            0 => self.count_in_words(),
            hidden => format!("{} ({hidden} out of view)", self.count_in_words()),
        }
    }

    /// "15 updates"
    pub fn count_in_words(self) -> String {
        counted(self.all, "update", "updates")
    }
}

#[cfg(test)]
mod tests {
    use domain::Event;
    use rstest::rstest;

    use super::*;

    #[test]
    fn a_mark_says_who_and_when() {
        let at: DateTime<Utc> = "2026-03-05T14:32:00Z".parse().expect("an instant");
        let entry = Entry { position: 1, at, by: "Tom Reyes".to_owned(), event: Event::DischargeCancelled };
        assert_eq!(Mark::new(Some(&entry), DateTime::UNIX_EPOCH, 1).words(), "changed by Tom Reyes 14:32");
        assert_eq!(Mark::new(None, at, 1).words(), "changed 14:32");
        assert_eq!(Mark::new(None, at, 1).words_of_row(), "new on this board 14:32");
    }

    #[rstest]
    #[case(1, 0, "1 update")]
    #[case(2, 0, "2 updates")]
    #[case(1, 1, "1 update (1 out of view)")]
    #[case(15, 8, "15 updates (8 out of view)")]
    fn the_bar_counts(#[case] all: usize, #[case] out_of_view: usize, #[case] words: &str) {
        assert_eq!(Updates { all, out_of_view }.words(), words);
    }

    #[test]
    fn it_is_seen_after_a_while_in_view() {
        let mut row = Marked { count: 1, ..Marked::default() };
        assert!((1..SEEN_AFTER).all(|_| !row.look(true, true)));
        assert!(row.look(true, true));
    }

    #[test]
    fn looking_away_starts_again() {
        let mut row = Marked { count: 1, ..Marked::default() };
        (1..SEEN_AFTER).for_each(|_| assert!(!row.look(true, true)));
        assert!(!row.look(false, true), "out of view");
        (1..SEEN_AFTER).for_each(|_| assert!(!row.look(true, true)));
        assert!(!row.look(true, false), "nobody is here");
        (1..SEEN_AFTER).for_each(|_| assert!(!row.look(true, true)));
        row.counts(2);
        assert!(!row.look(true, true), "something new");
    }
}
