//! The sentence for an entry of the log: "Amara Obi completed *TTO dispensed*". Made here alone, as parts that a screen
//! can mark up, and as plain text.

use chrono::{DateTime, Utc};

use crate::{
    CriteriaToReside, Entry, Event, PathwayStage, Place, Stay, TaskNumber, WardCode, clinical_time, count::counted, task::Owner,
};

/// A piece of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    Plain(String),
    /// What the sentence is about: a task, a date, a place.
    Key(String),
}

/// Names that stand behind codes. An unknown code stands for itself.
pub trait Names {
    fn ward(&self, code: &WardCode) -> String;
    fn team(&self, code: &crate::TeamCode) -> String;
}

/// What happened, in plain words, without who and when. `stay` names the tasks; any later state of it will do.
pub fn sentence(stay: &Stay, entry: &Entry, names: &impl Names) -> Vec<Part> {
    let title = |number: TaskNumber| stay.task(number).map_or_else(|| format!("task {number}"), |task| task.title.clone());
    match &entry.event {
        Event::PatientAdmitted(admission) => {
            let at = clinical_time::date_time(admission.admitted_at);
            parts("admitted the patient to", &place(&admission.place, names), &format!("at {at}"))
        }
        Event::IdentityCorrected(_) => parts("corrected the patient's", "identity", ""),
        Event::BedMoved { from, to } => parts("moved the patient to", &place(to, names), &format!("from {}", place(from, names))),
        Event::ConsultantSet { name } => set_or_cleared("consultant", name.as_deref()),
        Event::SpecialtySet { name } => set_or_cleared("specialty", name.as_deref()),
        Event::LocalAuthoritySet { name } => set_or_cleared("local authority", name.as_deref()),
        Event::AdmittedAsSet { admitted_as } => set_or_cleared("kind of admission", admitted_as.words().as_deref()),
        Event::ExpectedDischargeSet { day } => {
            set_or_cleared("expected date of discharge", day.map(clinical_time::date).as_deref())
        }
        Event::PathwaySet { stage, pathway } => {
            let stage = match stage {
                PathwayStage::Proposed => "proposed pathway",
                PathwayStage::Agreed => "agreed pathway",
                PathwayStage::Actual => "actual pathway",
            };
            set_or_cleared(stage, pathway.map(|pathway| format!("{}: {}", pathway.short(), pathway.meaning())).as_deref())
        }
        Event::WhatMattersSet { words } => match words {
            Some(words) => parts("wrote down what matters to the patient:", words, ""),
            None => parts("cleared", "what matters to the patient", ""),
        },
        Event::QuestionAnswered { question, words } => match words {
            Some(words) => parts(&format!("answered \u{201c}{}\u{201d}:", question.words()), words, ""),
            None => parts("cleared the answer to", question.words(), ""),
        },
        Event::TasksParked { tasks } => {
            parts("parked", &counted(tasks.len(), "task", "tasks"), "until the patient is ready again")
        }
        Event::TasksTakenUp { tasks } => parts("took up", &counted(tasks.len(), "task", "tasks"), "that were parked"),
        Event::TasksParkedAgain(before) => {
            let since = format!("that had rested since {}", clinical_time::date_time(before.parked_at));
            parts("parked again", &counted(before.tasks.len(), "task", "tasks"), &since)
        }
        Event::DayRecorded { day, colour, words } => {
            let words = words.as_ref().map_or_else(String::new, |words| format!("({words})"));
            parts(&format!("called {}", clinical_time::date(*day)), &colour.to_string(), &words)
        }
        Event::DelayReasonConfirmed { day, reason, .. } => {
            parts("gave as the reason of delay", reason.label(), &format!("on {}", clinical_time::date(*day)))
        }
        Event::CriteriaReviewed { found, reviewed_at } => review("found that the patient", found, *reviewed_at),
        Event::ReviewWithdrawn { found, reviewed_at } => review("withdrew the review that the patient", found, *reviewed_at),
        Event::PatientDischarged { at, to } => {
            parts("discharged the patient:", to.words(), &format!("at {}", clinical_time::date_time(*at)))
        }
        Event::DischargeCancelled => parts("took back the", "discharge", ""),
        Event::StayVoided { reason } => parts("took back the stay as", "recorded by mistake", &format!("({reason})")),
        Event::TaskAdded(new) => parts("added", &new.title, &format!("for {}", names.team(&new.owner_team))),
        Event::TaskRequested { task } => parts("requested", &title(*task), ""),
        Event::TaskAccepted { task } => parts("accepted", &title(*task), ""),
        Event::TaskStarted { task } => parts("started", &title(*task), ""),
        Event::TaskWaiting { task, on, waiting_for } => {
            parts("marked", &title(*task), &format!("as waiting on {on} ({})", waiting_for.words()))
        }
        Event::TaskCompleted { task } => parts("completed", &title(*task), ""),
        Event::TaskNotNeeded { task, reason } => parts("marked", &title(*task), &format!("as not needed: {reason}")),
        Event::TaskCancelled { task, reason } => parts("took back", &title(*task), &format!("as added by mistake: {reason}")),
        Event::TaskReopened { task } => parts("reopened", &title(*task), ""),
        Event::TaskAssigned { task, team, owner } => {
            parts("gave", &title(*task), &format!("to {}", owner_in_words(&names.team(team), owner.as_ref())))
        }
        Event::TaskDueSet { task, due } => {
            let due =
                due.map_or_else(|| "to have no due time".to_owned(), |due| format!("due {}", clinical_time::date_time(due)));
            parts("made", &title(*task), &due)
        }
        Event::TaskBlockingSet { task, blocking } => {
            parts("said that", &title(*task), if *blocking { "blocks discharge" } else { "does not block discharge" })
        }
        Event::TaskLinked { task, after } if after.is_empty() => parts("said that", &title(*task), "waits for no other task"),
        Event::TaskLinked { task, after } => {
            let first = after.iter().map(|number| title(*number)).collect::<Vec<_>>().join(" and ");
            parts("said that", &title(*task), &format!("waits for {first}"))
        }
        Event::NoteAdded { text, .. } => parts("wrote:", text, ""),
        Event::NoteWithdrawn { .. } => parts("withdrew a", "note", ""),
        Event::NoteRestored { .. } => parts("restored a", "note", ""),
    }
}

/// The sentence as plain text, with who at the front.
pub fn text(by: &str, parts: &[Part]) -> String {
    parts.iter().fold(by.to_owned(), |sentence, part| match part {
        Part::Plain(words) | Part::Key(words) => format!("{sentence} {words}"),
    })
}

fn parts(before: &str, key: &str, after: &str) -> Vec<Part> {
    let mut parts = vec![Part::Plain(before.to_owned()), Part::Key(key.to_owned())];
    if !after.is_empty() {
        parts.push(Part::Plain(after.to_owned()));
    }
    parts
}

fn set_or_cleared(what: &str, value: Option<&str>) -> Vec<Part> {
    match value {
        Some(value) => parts(&format!("set the {what} to"), value, ""),
        None => parts("cleared the", what, ""),
    }
}

fn place(place: &Place, names: &impl Names) -> String {
    format!("{}, {}", names.ward(&place.ward), place.in_words())
}

fn owner_in_words(team: &str, owner: Option<&Owner>) -> String {
    owner.map_or_else(|| team.to_owned(), |owner| format!("{}, {team}", owner.name))
}

fn review(before: &str, found: &CriteriaToReside, reviewed_at: DateTime<Utc>) -> Vec<Part> {
    let at = format!("at {}", clinical_time::date_time(reviewed_at));
    match found {
        CriteriaToReside::NotMet => parts(before, "does not meet the criteria to reside", &at),
        CriteriaToReside::Met(which) if which.is_empty() => parts(before, "meets the criteria to reside", &at),
        CriteriaToReside::Met(which) => {
            let which = which.iter().map(|criterion| criterion.words()).collect::<Vec<_>>().join("; ");
            parts(before, "meets the criteria to reside", &format!("({which}) {at}"))
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use rstest::rstest;
    use strum::IntoEnumIterator;
    use uuid::Uuid;

    use super::*;
    use crate::{
        AccountId, AdmittedAs, Criterion, DayColour, EventKind, NoteNumber, Pathway, PatientClassification, PatientQuestion,
        RedCause, StayId, TeamCode, Visibility, WaitingFor,
        command::Admission,
        stay::Destination,
        task::{NewTask, ParkedBefore},
    };

    struct AsTheyAre;

    impl Names for AsTheyAre {
        fn ward(&self, code: &WardCode) -> String {
            format!("{code} ward")
        }

        fn team(&self, code: &TeamCode) -> String {
            format!("{code} team")
        }
    }

    const TASK: TaskNumber = TaskNumber(1);

    fn at() -> DateTime<Utc> {
        "2026-03-05T14:32:00Z".parse().expect("an instant")
    }

    fn place(ward: &str) -> Place {
        Place { ward: ward.parse().expect("a code"), bay: None, bed: Some("4".to_owned()) }
    }

    fn tto() -> NewTask {
        let (kind, due, after) = (None, None, BTreeSet::new());
        let owner_team = "PHA".parse().expect("a code");
        NewTask { number: TASK, kind, title: "TTO dispensed".to_owned(), owner_team, due, blocking: true, after }
    }

    fn day_case() -> AdmittedAs {
        AdmittedAs { classification: Some(PatientClassification::DayCase), method: None }
    }

    fn admission() -> Admission {
        let patient = Stay::before_admission(StayId(Uuid::nil())).patient;
        Admission::new(patient, place("maple"), at())
    }

    /// Every kind of event, and what is said of it.
    fn told() -> Vec<(Event, &'static str)> {
        let team: TeamCode = "ASC".parse().expect("a code");
        let words = || "x".to_owned();
        let owner = Some(Owner { id: AccountId(Uuid::nil()), name: "Tom Reyes".to_owned() });
        vec![
            (Event::PatientAdmitted(Box::new(admission())), "admitted the patient to maple ward, bed 4 at 05-Mar-2026 14:32"),
            (Event::IdentityCorrected(Box::new(admission().patient)), "corrected the patient's identity"),
            (
                Event::BedMoved { from: place("oak"), to: place("maple") },
                "moved the patient to maple ward, bed 4 from oak ward, bed 4",
            ),
            (Event::ConsultantSet { name: Some("Dr Ali".to_owned()) }, "set the consultant to Dr Ali"),
            (Event::SpecialtySet { name: None }, "cleared the specialty"),
            (
                Event::LocalAuthoritySet { name: Some("Severnside County".to_owned()) },
                "set the local authority to Severnside County",
            ),
            (Event::AdmittedAsSet { admitted_as: day_case() }, "set the kind of admission to Day case"),
            (Event::ExpectedDischargeSet { day: Some(at().date_naive()) }, "set the expected date of discharge to 05-Mar-2026"),
            (
                Event::PathwaySet { stage: PathwayStage::Agreed, pathway: Some(Pathway::P1) },
                "set the agreed pathway to P1: Home with health or social care",
            ),
            (Event::WhatMattersSet { words: Some("My cat".to_owned()) }, "wrote down what matters to the patient: My cat"),
            (
                Event::CriteriaReviewed { found: CriteriaToReside::Met(vec![Criterion::IntravenousFluids]), reviewed_at: at() },
                "found that the patient meets the criteria to reside (Requiring intravenous fluids) at 05-Mar-2026 14:32",
            ),
            (
                Event::QuestionAnswered { question: PatientQuestion::WhatIsNeeded, words: Some("Walk to the toilet".to_owned()) },
                "answered \u{201c}What do I need to achieve to go home?\u{201d}: Walk to the toilet",
            ),
            (Event::TasksParked { tasks: BTreeSet::from([TASK]) }, "parked 1 task until the patient is ready again"),
            (Event::TasksTakenUp { tasks: BTreeSet::from([TASK, TaskNumber(2)]) }, "took up 2 tasks that were parked"),
            (
                Event::TasksParkedAgain(ParkedBefore { tasks: BTreeSet::from([TASK]), parked_at: at(), taken_up_at: at() }),
                "parked again 1 task that had rested since 05-Mar-2026 14:32",
            ),
            (
                Event::ReviewWithdrawn { found: CriteriaToReside::NotMet, reviewed_at: at() },
                "withdrew the review that the patient does not meet the criteria to reside at 05-Mar-2026 14:32",
            ),
            (
                Event::DayRecorded {
                    day: at().date_naive(),
                    colour: DayColour::Red(RedCause::TestNotDone),
                    words: Some("no CT slot".to_owned()),
                },
                "called 05-Mar-2026 Red: planned test not done (no CT slot)",
            ),
            (
                Event::DelayReasonConfirmed { day: at().date_naive(), reason: "H6".parse().expect("a code"), suggested: None },
                "gave as the reason of delay Awaiting patient transport services on 05-Mar-2026",
            ),
            (
                Event::PatientDischarged { at: at(), to: Destination::HomeWithoutSupport },
                "discharged the patient: Home, no new support at 05-Mar-2026 14:32",
            ),
            (Event::DischargeCancelled, "took back the discharge"),
            (Event::StayVoided { reason: words() }, "took back the stay as recorded by mistake (x)"),
            (Event::TaskAdded(Box::new(tto())), "added TTO dispensed for PHA team"),
            (Event::TaskRequested { task: TASK }, "requested TTO dispensed"),
            (Event::TaskAccepted { task: TASK }, "accepted TTO dispensed"),
            (Event::TaskStarted { task: TASK }, "started TTO dispensed"),
            (
                Event::TaskWaiting { task: TASK, on: "the family".to_owned(), waiting_for: WaitingFor::Availability },
                "marked TTO dispensed as waiting on the family (arranged, not yet available)",
            ),
            (Event::TaskCompleted { task: TASK }, "completed TTO dispensed"),
            (Event::TaskNotNeeded { task: TASK, reason: words() }, "marked TTO dispensed as not needed: x"),
            (Event::TaskCancelled { task: TASK, reason: words() }, "took back TTO dispensed as added by mistake: x"),
            (Event::TaskReopened { task: TASK }, "reopened TTO dispensed"),
            (Event::TaskAssigned { task: TASK, team, owner }, "gave TTO dispensed to Tom Reyes, ASC team"),
            (Event::TaskDueSet { task: TASK, due: Some(at()) }, "made TTO dispensed due 05-Mar-2026 14:32"),
            (Event::TaskBlockingSet { task: TASK, blocking: false }, "said that TTO dispensed does not block discharge"),
            (Event::TaskLinked { task: TASK, after: BTreeSet::new() }, "said that TTO dispensed waits for no other task"),
            (
                Event::NoteAdded { note: NoteNumber(1), text: "Daughter rang".to_owned(), visibility: Visibility::Internal },
                "wrote: Daughter rang",
            ),
            (Event::NoteWithdrawn { note: NoteNumber(1) }, "withdrew a note"),
            (Event::NoteRestored { note: NoteNumber(1) }, "restored a note"),
        ]
    }

    fn stay() -> Stay {
        let mut stay = Stay::before_admission(StayId(Uuid::nil()));
        for (event, position) in
            [Event::PatientAdmitted(Box::new(admission())), Event::TaskAdded(Box::new(tto()))].into_iter().zip(1..)
        {
            crate::apply(&mut stay, &Entry { position, at: at(), by: "Amara Obi".to_owned(), event });
        }
        stay
    }

    #[test]
    fn every_kind_of_event_has_its_sentence() {
        let kinds: BTreeSet<EventKind> = told().iter().map(|(event, _)| event.kind()).collect();
        assert_eq!(kinds, EventKind::iter().collect());
        for (event, expected) in told() {
            let entry = Entry { position: 3, at: at(), by: "Amara Obi".to_owned(), event };
            let said = text(&entry.by, &sentence(&stay(), &entry, &AsTheyAre));
            assert_eq!(said, format!("Amara Obi {expected}"));
        }
    }

    #[rstest]
    #[case("TTO dispensed")]
    fn what_it_is_about_is_marked(#[case] key: &str) {
        let entry = Entry { position: 3, at: at(), by: "Amara Obi".to_owned(), event: Event::TaskCompleted { task: TASK } };
        assert_eq!(sentence(&stay(), &entry, &AsTheyAre), [Part::Plain("completed".to_owned()), Part::Key(key.to_owned())]);
    }
}
