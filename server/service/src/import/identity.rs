//! Who the patient is, by the list and by the board. The list fills what the board does not know, and changes nothing else:
//! where the two differ a person has to look.

use domain::{Patient, Sex, clinical_time, list::CellProblem};

use super::{cells::Told, identify::same_name, listed::Listed};

/// The patient with what only the list knows, and a problem for each thing on which the two differ.
pub(super) fn completed(patient: &Patient, listed: &Listed, problems: &mut Vec<CellProblem>) -> Patient {
    let mut patient = patient.clone();
    if let Some(name) = &listed.name {
        if patient.name.family.is_empty() {
            patient.name = name.value.clone();
        } else if !same_name(&patient.name, &name.value) {
            problems
                .push(name.at.problem(format!("the board has {}, the list {}; the board's was kept", patient.name, name.value)));
        }
    }
    fill(&mut patient.nhs_number, listed.nhs_number.as_ref(), ToString::to_string, problems);
    fill(&mut patient.hospital_number, listed.hospital_number.as_ref(), ToString::to_string, problems);
    fill(&mut patient.born, listed.born.as_ref(), |day| clinical_time::date(*day), problems);
    let mut sex = Some(patient.sex).filter(|sex| *sex != Sex::NotKnown);
    fill(&mut sex, listed.sex.as_ref(), |sex| sex.word().to_owned(), problems);
    patient.sex = sex.unwrap_or_default();
    patient
}

/// Which parts of the identity the list filled in, for the words of the report.
pub(super) fn filled(before: &Patient, after: &Patient) -> String {
    let parts = [
        (before.nhs_number != after.nhs_number, "NHS number"),
        (before.hospital_number != after.hospital_number, "hospital number"),
        (before.born != after.born, "date of birth"),
        (before.sex != after.sex, "sex"),
        (before.name != after.name, "name"),
    ];
    let named: Vec<&str> = parts.iter().filter(|(is_new, _)| *is_new).map(|(_, words)| *words).collect();
    format!("{} filled in", named.join(", "))
}

fn fill<T: Clone + PartialEq>(
    known: &mut Option<T>,
    told: Option<&Told<T>>,
    words: impl Fn(&T) -> String,
    problems: &mut Vec<CellProblem>,
) {
    match (known.as_ref(), told) {
        (None, Some(told)) => *known = Some(told.value.clone()),
        (Some(own), Some(told)) if *own != told.value => {
            let (own, other) = (words(own), words(&told.value));
            problems.push(told.at.problem(format!("the board has {own}, the list {other}; the board's was kept")));
        }
        _ => {}
    }
}
