//! What of a patient's record the timeline shows: everything, or what concerns some topics or one person.
//!
//! It is part of the page's address, so a person is a number there: the order in which people first appear in the log,
//! which only grows.

use crate::{Entry, Event};

/// What an entry of the log is about, as one looks for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, strum::EnumIter, strum::EnumString, strum::IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Topic {
    Tasks,
    Plan,
    Criteria,
    Delays,
    Moves,
    Notes,
    Identity,
}

impl Topic {
    pub fn of(event: &Event) -> Self {
        match event {
            Event::TaskAdded(_)
            | Event::TaskRequested { .. }
            | Event::TaskAccepted { .. }
            | Event::TaskStarted { .. }
            | Event::TaskWaiting { .. }
            | Event::TaskCompleted { .. }
            | Event::TaskNotNeeded { .. }
            | Event::TaskCancelled { .. }
            | Event::TaskReopened { .. }
            | Event::TaskAssigned { .. }
            | Event::TaskDueSet { .. }
            | Event::TaskBlockingSet { .. }
            | Event::TaskLinked { .. }
            | Event::TasksParked { .. }
            | Event::TasksTakenUp { .. }
            | Event::TasksParkedAgain(_) => Self::Tasks,
            Event::ExpectedDischargeSet { .. }
            | Event::PathwaySet { .. }
            | Event::WhatMattersSet { .. }
            | Event::QuestionAnswered { .. } => Self::Plan,
            Event::CriteriaReviewed { .. } | Event::ReviewWithdrawn { .. } => Self::Criteria,
            Event::DayRecorded { .. } | Event::DelayReasonConfirmed { .. } => Self::Delays,
            Event::PatientAdmitted(_)
            | Event::BedMoved { .. }
            | Event::ConsultantSet { .. }
            | Event::SpecialtySet { .. }
            | Event::LocalAuthoritySet { .. }
            | Event::AdmittedAsSet { .. }
            | Event::PatientDischarged { .. }
            | Event::DischargeCancelled
            | Event::StayVoided { .. } => Self::Moves,
            Event::NoteAdded { .. } | Event::NoteWithdrawn { .. } | Event::NoteRestored { .. } => Self::Notes,
            Event::IdentityCorrected(_) => Self::Identity,
        }
    }

    pub fn words(self) -> &'static str {
        match self {
            Self::Tasks => "Tasks",
            Self::Plan => "Plan",
            Self::Criteria => "Criteria to reside",
            Self::Delays => "Red and green days, delays",
            Self::Moves => "Moves and consultant",
            Self::Notes => "Notes",
            Self::Identity => "Identity",
        }
    }
}

/// Any of the topics, and the person; without topics all of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TimelineFilter {
    topics: Vec<Topic>,
    /// From 1, in [`people`].
    person: Option<usize>,
}

impl TimelineFilter {
    /// Reads `show=tasks,notes` and `by=2`. What names nothing is passed over: more is shown then, never less.
    pub fn read(show: Option<&str>, by: Option<&str>) -> Self {
        let mut topics: Vec<Topic> = show.unwrap_or_default().split(',').filter_map(|topic| topic.parse().ok()).collect();
        topics.sort_unstable();
        topics.dedup();
        Self { topics, person: by.and_then(|by| by.parse().ok()).filter(|person| *person > 0) }
    }

    /// As a page's query, with its question mark; empty where everything is shown.
    pub fn query(&self) -> String {
        let topics: Vec<&str> = self.topics.iter().map(Into::into).collect();
        let show = (!topics.is_empty()).then(|| format!("show={}", topics.join(",")));
        let by = self.person.map(|person| format!("by={person}"));
        let pairs: Vec<String> = show.into_iter().chain(by).collect();
        if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) }
    }

    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    pub fn topics(&self) -> &[Topic] {
        &self.topics
    }

    pub fn person(&self) -> Option<usize> {
        self.person
    }

    /// With this topic too, or without it where it was there.
    #[must_use]
    pub fn toggled(&self, topic: Topic) -> Self {
        let mut toggled = self.clone();
        match toggled.topics.binary_search(&topic) {
            Ok(place) => drop(toggled.topics.remove(place)),
            Err(place) => toggled.topics.insert(place, topic),
        }
        toggled
    }

    /// Of this person alone, or of everybody where that was asked for.
    #[must_use]
    pub fn by_person(&self, person: usize) -> Self {
        Self { person: (self.person != Some(person)).then_some(person), ..self.clone() }
    }

    /// `people` are those of the whole log. A number that is nobody's leaves nothing out.
    pub fn fits(&self, entry: &Entry, people: &[&str]) -> bool {
        let by = self.person.and_then(|person| people.get(person - 1));
        by.is_none_or(|by| *by == entry.by) && (self.topics.is_empty() || self.topics.contains(&Topic::of(&entry.event)))
    }
}

/// Everybody in the log, in the order in which they first appear.
pub fn people(log: &[Entry]) -> Vec<&str> {
    let mut people: Vec<&str> = Vec::new();
    for entry in log {
        if !people.contains(&entry.by.as_str()) {
            people.push(&entry.by);
        }
    }
    people
}

#[cfg(test)]
mod tests {
    use rstest::rstest;
    use strum::IntoEnumIterator;

    use super::*;
    use crate::{NoteNumber, TaskNumber};

    fn log() -> Vec<Entry> {
        let entry = |position, by: &str, event| Entry { position, at: chrono::DateTime::UNIX_EPOCH, by: by.to_owned(), event };
        vec![
            entry(1, "Tom Reyes", Event::TaskStarted { task: TaskNumber(1) }),
            entry(2, "Amara Obi", Event::TaskCompleted { task: TaskNumber(1) }),
            entry(3, "Tom Reyes", Event::NoteWithdrawn { note: NoteNumber(1) }),
            entry(4, "Tom Reyes", Event::DischargeCancelled),
        ]
    }

    #[rstest]
    #[case::everything("", "", &[1, 2, 3, 4])]
    #[case::tasks("tasks", "", &[1, 2])]
    #[case::either_topic("tasks,notes", "", &[1, 2, 3])]
    #[case::a_person("", "2", &[2])]
    #[case::both("tasks,moves", "1", &[1, 4])]
    #[case::nothing_of_it("identity", "", &[])]
    #[case::what_names_nothing_hides_nothing("gossip", "x", &[1, 2, 3, 4])]
    #[case::nobodys_number("", "9", &[1, 2, 3, 4])]
    #[case::numbers_start_at_one("", "0", &[1, 2, 3, 4])]
    fn what_is_shown(#[case] show: &str, #[case] by: &str, #[case] expected: &[u32]) {
        let log = log();
        let (filter, people) = (TimelineFilter::read(Some(show), Some(by)), people(&log));
        let shown: Vec<u32> = log.iter().filter(|entry| filter.fits(entry, &people)).map(|entry| entry.position).collect();
        assert_eq!(shown, expected);
    }

    #[rstest]
    #[case(None, None, "")]
    #[case(Some("notes,tasks,notes,x"), None, "?show=tasks,notes")]
    #[case(Some("plan"), Some("2"), "?show=plan&by=2")]
    #[case(None, Some("1"), "?by=1")]
    fn the_address_says_what_is_shown(#[case] show: Option<&str>, #[case] by: Option<&str>, #[case] query: &str) {
        assert_eq!(TimelineFilter::read(show, by).query(), query);
    }

    #[test]
    fn every_topic_reads_back_and_can_be_taken_out_again() {
        for topic in Topic::iter() {
            let only = TimelineFilter::default().toggled(topic);
            let show = <&str>::from(topic);
            assert_eq!(only.query(), format!("?show={show}"));
            assert_eq!(TimelineFilter::read(Some(show), None), only);
            assert!(only.toggled(topic).is_empty() && !topic.words().is_empty());
        }
        assert!(TimelineFilter::default().by_person(3).by_person(3).is_empty());
    }

    #[test]
    fn people_stand_in_the_order_of_their_first_entry() {
        assert_eq!(people(&log()), ["Tom Reyes", "Amara Obi"]);
    }
}
