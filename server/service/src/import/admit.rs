//! A row about somebody who is not here: an admission, where the row says enough for one.

use chrono::{DateTime, Utc};
use domain::{Command, Patient, PersonName, Sex, Stay, clinical_time, command::Admission, list::CellProblem, london};
use uuid::Uuid;

use super::{
    cells::At,
    draft::Draft,
    identity,
    listed::{Admitted, Listed},
    listed_place::ListedPlace,
    patients::Person,
    picture::Picture,
};

/// The stay of a new patient, or of one who was here before; or why the row is not taken.
pub(super) fn admit<'a>(
    listed: &Listed,
    place: &ListedPlace,
    known: Option<&Person>,
    picture: &'a Picture,
    new_id: &mut dyn FnMut() -> Uuid,
) -> Result<Draft<'a>, CellProblem> {
    let (admitted_at, at) = admitted(listed)?;
    if let Some(left) = known.and_then(|person| person.left).filter(|left| *left > admitted_at) {
        let left = clinical_time::date_time(left);
        return Err(at.problem(format!("discharged on the board at {left}, after this admission; row not taken")));
    }
    let mut draft = Draft::of(Stay::before_admission(new_id().into()), picture);
    let nobody = nobody(new_id);
    let before = known.map_or(&nobody, |person| &person.patient);
    let mut patient = identity::completed(before, listed, &mut draft.problems);
    if patient.name.family.is_empty() {
        return Err(At::default().problem("a new patient needs a name; row not taken"));
    }
    drop_birth_after(admitted_at, &mut patient, listed, &mut draft.problems);
    let admission = Admission::new(patient, place.place.clone(), admitted_at);
    let change = format!("admitted {}", shown(admitted_at));
    draft
        .try_ask(Command::AdmitPatient(Box::new(admission)), change, &at)
        .map_err(|refusal| at.problem(format!("{refusal} Row not taken.")))?;
    if let Some(text) = &listed.nhs_text {
        draft.note(format!("NHS No. on the list: {}", text.value), "", &text.at);
    }
    Ok(draft)
}

fn admitted(listed: &Listed) -> Result<(DateTime<Utc>, At), CellProblem> {
    match &listed.admitted {
        Admitted::At(told) => Ok((told.value, told.at.clone())),
        Admitted::Unreadable(told) => Err(told.at.problem(format!("{}; row not taken", told.value))),
        Admitted::Missing => {
            Err(At::default().problem("a new patient needs the date of admission, such as 05/03/2026; row not taken"))
        }
    }
}

fn nobody(new_id: &mut dyn FnMut() -> Uuid) -> Patient {
    Patient {
        id: new_id().into(),
        name: PersonName::default(),
        nhs_number: None,
        hospital_number: None,
        born: None,
        sex: Sex::NotKnown,
    }
}

/// One slip in a date of birth is no reason to leave a patient off the board.
fn drop_birth_after(admitted_at: DateTime<Utc>, patient: &mut Patient, listed: &Listed, problems: &mut Vec<CellProblem>) {
    if let Some(born) = patient.born.filter(|born| *born > london::date(admitted_at)) {
        let at = listed.born.as_ref().map(|told| told.at.clone()).unwrap_or_default();
        problems.push(at.problem(format!("{} is after the admission; left out", clinical_time::date(born))));
        patient.born = None;
    }
}

fn shown(at: DateTime<Utc>) -> String {
    if at == london::start_of(london::date(at)) { clinical_time::date(london::date(at)) } else { clinical_time::date_time(at) }
}
