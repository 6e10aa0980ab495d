//! Whom a row is about. A wrong answer writes one patient's plan on another's board, so in doubt the row is not taken.
//!
//! A valid NHS number decides, then the hospital number, then the name with the date of birth or the day of admission. A valid
//! number does not prove identity (`domain.md` 4.5): the name or the date of birth has to agree.

use domain::{Patient, PersonName, list::CellProblem, london};

use super::{
    cells::At,
    listed::Listed,
    listed_place::ListedPlace,
    patients::{Patients, Person},
};

/// Somebody who is known, or `None` for a new patient; or why the row is not taken.
pub(super) fn identify(listed: &Listed, place: &ListedPlace, patients: &Patients) -> Result<Option<usize>, CellProblem> {
    let at = match by_number(listed, patients)? {
        Some(at) => Some(at),
        None => by_name(listed, place, patients)?,
    };
    match at.and_then(|at| patients.get(at)).and_then(|person| person.row) {
        Some(row) => Err(At::default().problem(format!("same patient as row {row}; this row not taken"))),
        None => Ok(at),
    }
}

fn by_number(listed: &Listed, patients: &Patients) -> Result<Option<usize>, CellProblem> {
    let (nhs, hospital) = (&listed.nhs_number, &listed.hospital_number);
    let by_nhs = nhs.as_ref().map_or(&[][..], |told| patients.with_nhs_number(told.value));
    let by_hospital = hospital.as_ref().map_or(&[][..], |told| patients.with_hospital_number(&told.value));
    let both: Vec<usize> = by_nhs.iter().copied().filter(|at| by_hospital.contains(at)).collect();
    let at = nhs.as_ref().map(|told| &told.at).or(hospital.as_ref().map(|told| &told.at)).cloned().unwrap_or_default();
    let candidates = match (by_nhs, by_hospital) {
        ([], hospital) => hospital,
        (nhs, []) => nhs,
        _ if both.is_empty() => {
            return Err(at.problem("the NHS number is one patient's and the hospital number another's; row not taken"));
        }
        _ => &both,
    };
    let Some(found) = only_one(candidates, patients, &at)? else {
        return Ok(None);
    };
    let Some(person) = patients.get(found) else {
        return Ok(None);
    };
    if by_nhs.is_empty() && differ(nhs.as_ref().map(|told| told.value), person.patient.nhs_number) {
        return Err(at.problem("the patient with this hospital number has another NHS number; row not taken"));
    }
    if agrees(listed, &person.patient) {
        Ok(Some(found))
    } else {
        Err(at.problem("the number is a patient's whose name is another and whose date of birth does not agree; row not taken"))
    }
}

/// Somebody who is here goes before somebody who was.
fn only_one(candidates: &[usize], patients: &Patients, at: &At) -> Result<Option<usize>, CellProblem> {
    let here: Vec<usize> =
        candidates.iter().copied().filter(|at| patients.get(*at).is_some_and(|person| person.here.is_some())).collect();
    match (here.as_slice(), candidates) {
        ([one], _) | ([], [one]) => Ok(Some(*one)),
        ([], []) => Ok(None),
        _ => Err(at.problem("more than one patient fits; row not taken")),
    }
}

/// The name is the same, as far as lists can spell it, or the date of birth is.
fn agrees(listed: &Listed, patient: &Patient) -> bool {
    let same_name = listed.name.as_ref().is_none_or(|told| same_name(&told.value, &patient.name));
    let same_birth = listed.born.as_ref().is_some_and(|told| Some(told.value) == patient.born);
    same_name || same_birth
}

/// One family name, or the same words in another order.
pub(super) fn same_name(one: &PersonName, other: &PersonName) -> bool {
    let family = |name: &PersonName| super::topic::fold(&name.family);
    family(one) == family(other) || words(one) == words(other)
}

fn words(name: &PersonName) -> Vec<String> {
    let mut words: Vec<String> =
        [&name.family, &name.given].into_iter().flat_map(|part| part.split_whitespace()).map(super::topic::fold).collect();
    words.sort();
    words
}

fn by_name(listed: &Listed, place: &ListedPlace, patients: &Patients) -> Result<Option<usize>, CellProblem> {
    let Some(name) = &listed.name else {
        return Ok(None);
    };
    let named = patients.called(&name.value.folded());
    let is = |at: &usize, holds: &dyn Fn(&Person) -> bool| patients.get(*at).is_some_and(holds);
    let possible = |person: &Person| !contradicts(listed, &person.patient);
    let confirmed: Vec<usize> =
        named.iter().copied().filter(|at| is(at, &|person| possible(person) && confirms(listed, person))).collect();
    if let Some(found) = only_one(&confirmed, patients, &name.at)? {
        return Ok(Some(found));
    }
    let is_born_alike = |person: &Person| born_alike(listed, &person.patient) == Some(true);
    if named.iter().any(|at| is(at, &|person| person.here.is_some() && is_born_alike(person))) {
        return Err(name.at.problem("a patient of this name and date of birth is here under another number; row not taken"));
    }
    let on_ward = |person: &Person| person.here.as_ref().is_some_and(|stay| stay.place.ward == place.place.ward);
    if named.iter().any(|at| is(at, &|person| on_ward(person) && possible(person))) {
        return Err(name.at.problem(
            "a patient of this name is on the ward; a number or the date of birth would tell whether it is the same; row not taken",
        ));
    }
    Ok(None)
}

fn contradicts(listed: &Listed, patient: &Patient) -> bool {
    differ(listed.nhs_number.as_ref().map(|told| told.value), patient.nhs_number)
        || differ(listed.hospital_number.as_ref().map(|told| &told.value), patient.hospital_number.as_ref())
        || born_alike(listed, patient) == Some(false)
}

fn confirms(listed: &Listed, person: &Person) -> bool {
    let same_admission = person.here.as_ref().is_some_and(|stay| listed.admitted_on() == Some(london::date(stay.admitted_at)));
    same_admission || born_alike(listed, &person.patient) == Some(true)
}

fn born_alike(listed: &Listed, patient: &Patient) -> Option<bool> {
    Some(listed.born.as_ref()?.value == patient.born?)
}

/// Two values that are both known and not the same.
fn differ<T: PartialEq>(one: Option<T>, other: Option<T>) -> bool {
    one.zip(other).is_some_and(|(one, other)| one != other)
}
