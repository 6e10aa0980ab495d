//! The catalogue in plain words, for the paper that a patient takes along. What is not for paper is told in person: it may
//! hurt or endanger somebody where the family reads it first.

use super::KindCode;
use crate::TeamCode;

/// By kind: what it means for the patient.
const TASKS: [(&str, &str); 45] = [
    ("T01", "Agree the day you can expect to go home"),
    ("T02", "A doctor looks at what help you will need"),
    ("T03", "Your doctors look at your results and agree that you can go home"),
    ("T04", "A letter about your stay is written for you and your GP"),
    ("T05", "Your medicines to take home are ordered"),
    ("T06", "Your medicines to take home are made ready"),
    ("T07", "Somebody explains your medicines to you"),
    ("T08", "A therapist checks how you manage everyday things, such as washing and dressing"),
    ("T09", "A physiotherapist checks how you walk and manage stairs"),
    ("T10", "A plan is made for your eating, drinking or speech"),
    ("T11", "We check that your home is safe for you"),
    ("T12", "We ask the right team to arrange the help you will need"),
    ("T13", "We agree with you what help you need first"),
    ("T14", "We ask for the help you need after hospital"),
    ("T15", "The funding for your care is agreed"),
    ("T16", "The help you had at home is started again"),
    ("T17", "Help to get you back on your feet at home is arranged"),
    ("T18", "Help at home with everyday care is arranged"),
    ("T19", "Visits by a community nurse are arranged"),
    ("T20", "A place is found where you can build up your strength"),
    ("T21", "The care home meets you to see that it can care for you"),
    ("T22", "A place in a care home is agreed with you"),
    ("T23", "We talk with you and your family about the choices you have"),
    ("T24", "You get advice about paying for your care"),
    ("T25", "The equipment you need is delivered and explained"),
    ("T26", "Your home is made ready for you"),
    ("T27", "We ask the council to help you find somewhere to live"),
    ("T28", ""),
    ("T29", ""),
    ("T30", ""),
    ("T31", ""),
    ("T32", "We tell you and your family the day you are going home"),
    ("T33", "We check whether the NHS can pay for your care"),
    ("T34", ""),
    ("T35", ""),
    ("T36", "Your transport is booked"),
    ("T37", "We check that you carry no infection where you are going"),
    ("T38", ""),
    ("T39", "Your move to another hospital is arranged"),
    ("T40", "Help is arranged in the area where you live"),
    ("T41", "Help to settle in at home, such as shopping"),
    ("T42", "Your follow-up appointments are arranged"),
    ("T43", "Your belongings, clothes and keys are packed"),
    ("T44", "You move to the lounge where you wait for your transport"),
    ("T45", "Somebody rings you after you are home"),
];

/// By owner code: as one would say it at the bedside.
const TEAMS: [(&str, &str); 19] = [
    ("WARD", "The nurses on your ward"),
    ("MED", "Your doctors"),
    ("PHA", "The pharmacy"),
    ("THER", "The therapists"),
    ("TOCH", "The team that arranges care after hospital"),
    ("ASC", "The council's care team"),
    ("COMM", "The community nurses and therapists"),
    ("PTS", "Patient transport"),
    ("EQUIP", "The equipment service"),
    ("HOUS", "The housing team"),
    ("ICB-CHC", "The NHS team that looks at funding"),
    ("CARE", "Your care provider"),
    ("VCSE", "A local charity"),
    ("PALL", "The hospital's specialist nurses"),
    ("MH", "The hospital's specialist nurses"),
    ("SAFE", "The nurses on your ward"),
    ("FAM", "You and your family"),
    ("IPC", "The nurses on your ward"),
    ("ACUTE", "The other hospital"),
];

/// What a task of this kind means for the patient; `None` for what is told in person, and for a kind that is not the
/// standard catalogue's.
pub fn task(kind: &KindCode) -> Option<&'static str> {
    TASKS.iter().find(|(code, _)| *code == kind.as_str()).map(|(_, words)| *words).filter(|words| !words.is_empty())
}

/// `None` for a team that is not the standard catalogue's: its own name has to do.
pub fn team(team: &TeamCode) -> Option<&'static str> {
    TEAMS.iter().find(|(code, _)| *code == team.as_str()).map(|(_, words)| *words)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::{
        super::{standard_tasks, standard_teams},
        *,
    };

    /// What a patient can't be expected to know.
    const JARGON: [&str; 16] = [
        "TTO",
        "TTA",
        "EDD",
        "CHC",
        "MDT",
        "OT",
        "PT",
        "SLT",
        "IMCA",
        "DoLS",
        "NEWS2",
        "NIV",
        "ITU",
        "package",
        "discharge",
        "referral",
    ];

    /// Capacity, safeguarding, immigration, mental health, and what speaks of dying.
    const TOLD_IN_PERSON: [&str; 7] = ["T28", "T29", "T30", "T31", "T34", "T35", "T38"];

    fn is_plain(words: &str) -> bool {
        words.split(|c: char| !c.is_alphanumeric()).all(|word| !JARGON.contains(&word) && !word.starts_with("T0"))
    }

    #[test]
    fn every_kind_is_put_plainly_or_told_in_person() {
        let kinds: Vec<String> = standard_tasks().iter().map(|kind| kind.code.to_string()).collect();
        assert_eq!(TASKS.map(|(code, _)| code.to_owned()).to_vec(), kinds);
        for (code, words) in TASKS {
            assert_eq!(words.is_empty(), TOLD_IN_PERSON.contains(&code), "{code}");
            assert!(is_plain(words), "{code}: {words}");
        }
    }

    #[test]
    fn every_team_is_put_plainly() {
        let teams: Vec<String> = standard_teams().iter().map(|team| team.code.to_string()).collect();
        assert_eq!(TEAMS.map(|(code, _)| code.to_owned()).to_vec(), teams);
        assert!(TEAMS.iter().all(|(_, words)| !words.is_empty() && is_plain(words)));
    }

    #[rstest]
    #[case("T06", Some("Your medicines to take home are made ready"))]
    #[case::safeguarding("T31", None)]
    #[case::of_this_hospital_alone("X9", None)]
    fn a_task_in_plain_words(#[case] code: &str, #[case] expected: Option<&str>) {
        assert_eq!(task(&code.parse().expect("a code")), expected);
    }
}
