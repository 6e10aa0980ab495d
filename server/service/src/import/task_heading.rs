//! Which kind of task a heading stands for: the trust's own catalogue first, then what wards call them.

use domain::{KindCode, TaskKind};

use super::topic::fold;

/// What wards write above a column of tasks. A code that the trust has taken out of its catalogue is not used.
const SYNONYMS: [(&str, &[&str]); 26] = [
    ("T04", &["dischargesummary", "edn", "edl", "eds", "ids", "dcsummary", "dischargeletter", "summary"]),
    ("T05", &["ttowritten", "ttawritten", "ttaprescribed"]),
    ("T06", &["tto", "ttos", "tta", "ttas", "ttodispensed", "ttadispensed", "meds", "medication", "pharmacy"]),
    ("T08", &["ot", "otreferral", "otassessment", "otreview", "occupationaltherapy"]),
    ("T09", &["pt", "physio", "physiotherapy", "ptreview", "physioreview", "stairs", "stairsassessment"]),
    ("T10", &["slt", "salt", "dietitian", "dietician", "dietetics"]),
    ("T11", &["homevisit", "accessvisit"]),
    ("T12", &["section2", "sect2", "s2", "hubreferral", "toc", "tocreferral", "tocform", "taf", "d2areferral", "idtreferral"]),
    ("T13", &["hubtriage", "triage"]),
    ("T15", &["funding"]),
    ("T16", &["restart", "pocrestart", "packagerestart"]),
    ("T17", &["reablement", "rehab"]),
    ("T18", &["poc", "packageofcare", "carepackage"]),
    ("T19", &["districtnurse", "dn", "districtnursing", "dnreferral"]),
    ("T20", &["p2bed", "rehabbed", "communitybed"]),
    ("T22", &["carehome", "placement", "nursinghome"]),
    ("T25", &["equipment", "equip"]),
    ("T29", &["mca", "capacity"]),
    ("T30", &["dols", "bestinterests", "bim"]),
    ("T31", &["safeguarding"]),
    ("T32", &["nokinformed", "familyinformed", "nokaware"]),
    ("T33", &["chc", "chcchecklist"]),
    ("T34", &["fasttrack", "chcfasttrack"]),
    ("T35", &["respect", "dnacpr", "respectform"]),
    ("T36", &["transport", "tport", "pts", "ambulance", "transportbooked"]),
    ("T42", &["followup", "fu", "opa"]),
];

/// Words that wards add to a task's name without meaning another.
const ENDINGS: [&str; 4] = ["yn", "done", "status", "date"];

pub(super) fn kind_of(heading: &str, kinds: &[TaskKind]) -> Option<KindCode> {
    let folded = fold(heading);
    let plain = ENDINGS.iter().find_map(|ending| folded.strip_suffix(ending));
    [Some(folded.as_str()), plain]
        .into_iter()
        .flatten()
        .find_map(|name| in_catalogue(name, kinds).or_else(|| synonym(name, kinds)))
}

fn in_catalogue(name: &str, kinds: &[TaskKind]) -> Option<KindCode> {
    let is_called = |kind: &&TaskKind| [kind.code.as_str(), &kind.title, &kind.short].into_iter().any(|own| fold(own) == name);
    Some(kinds.iter().filter(|_| !name.is_empty()).find(is_called)?.code.clone())
}

fn synonym(name: &str, kinds: &[TaskKind]) -> Option<KindCode> {
    let (code, _) = SYNONYMS.iter().find(|(_, names)| names.contains(&name))?;
    Some(kinds.iter().find(|kind| kind.code.as_str() == *code)?.code.clone())
}

#[cfg(test)]
mod tests {
    use domain::catalogue::standard_tasks;
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("TTO", "T06")]
    #[case("TTAs?", "T06")]
    #[case("TTO (Y/N)", "T06")]
    #[case("TTO prescribed", "T05")]
    #[case("t36", "T36")]
    #[case("Transport", "T36")]
    #[case("Transport booked", "T36")]
    #[case("OT", "T08")]
    #[case("PT", "T09")]
    #[case("Physio", "T09")]
    #[case("EDN", "T04")]
    #[case("eDL", "T04")]
    #[case("Package of care", "T18")]
    #[case("POC", "T18")]
    #[case("Section 2", "T12")]
    #[case("Hub referral", "T12")]
    #[case("Safeguarding concern resolved or plan agreed", "T31")]
    fn tasks_as_wards_call_them(#[case] heading: &str, #[case] code: &str) {
        assert_eq!(kind_of(heading, &standard_tasks()).expect("a kind").as_str(), code);
    }

    #[rstest]
    #[case("Diagnosis")]
    #[case("")]
    #[case("Date")]
    fn other_headings_are_no_task(#[case] heading: &str) {
        assert_eq!(kind_of(heading, &standard_tasks()), None);
    }

    #[test]
    fn a_kind_that_the_trust_retired_is_not_used() {
        let kinds: Vec<TaskKind> = standard_tasks().into_iter().filter(|kind| kind.code.as_str() != "T06").collect();
        assert_eq!(kind_of("TTO", &kinds), None);
    }

    #[test]
    fn every_synonym_names_a_kind_of_the_standard_catalogue_and_only_one() {
        let kinds = standard_tasks();
        for (code, names) in SYNONYMS {
            assert!(kinds.iter().any(|kind| kind.code.as_str() == code), "{code}");
            for name in names {
                assert_eq!(fold(name), *name, "written as it is compared");
                assert_eq!(kind_of(name, &kinds).expect("a kind").as_str(), code, "{name}");
            }
        }
    }
}
