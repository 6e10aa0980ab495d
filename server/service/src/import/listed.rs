//! A row of the list as values: what could be read, each with its cell.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{HospitalNumber, NhsNumber, PersonName, Sex, list::CellProblem, london};
use interop::{Cell, Expected, TwoDigitYear, read_date, read_date_time};

use super::{
    cells::{Found, RowCells, Told},
    picture::Picture,
    topic::Topic,
};

/// Who the row is about.
#[derive(Debug, Default)]
pub(super) struct Listed {
    pub name: Option<Told<PersonName>>,
    pub nhs_number: Option<Told<NhsNumber>>,
    /// What stands in the column and is no NHS number, as it is written.
    pub nhs_text: Option<Told<String>>,
    pub hospital_number: Option<Told<HospitalNumber>>,
    pub born: Option<Told<NaiveDate>>,
    pub sex: Option<Told<Sex>>,
    pub admitted: Admitted,
}

/// The admission is kept as found: whether it matters depends on who the patient is.
#[derive(Debug, Default)]
pub(super) enum Admitted {
    #[default]
    Missing,
    At(Told<DateTime<Utc>>),
    Unreadable(Told<String>),
}

/// Below this age a birth year of two digits may be a hundred years off.
const CHILD: u32 = 16;

impl Listed {
    pub(super) fn read(cells: RowCells<'_>, picture: &Picture, problems: &mut Vec<CellProblem>) -> Self {
        let (nhs_number, nhs_text) = nhs_number(cells, picture, problems);
        Self {
            name: name(cells, problems),
            nhs_number,
            nhs_text,
            hospital_number: hospital_number(cells, problems),
            born: born(cells, picture, problems),
            sex: sex(cells, problems),
            admitted: admitted(cells, problems),
        }
    }

    pub(super) fn is_nobody(&self) -> bool {
        self.name.is_none() && self.nhs_number.is_none() && self.hospital_number.is_none()
    }

    pub(super) fn admitted_on(&self) -> Option<NaiveDate> {
        match &self.admitted {
            Admitted::At(at) => Some(london::date(at.value)),
            _ => None,
        }
    }
}

/// One column for the whole name, or one for each part.
fn name(cells: RowCells<'_>, problems: &mut Vec<CellProblem>) -> Option<Told<PersonName>> {
    let given = cells.find(&Topic::GivenName, problems);
    let title = cells.find(&Topic::Title, problems);
    let text = |found: &Option<Found<'_>>| found.as_ref().map(|found| found.text.clone()).unwrap_or_default();
    if let Some(family) = cells.find(&Topic::FamilyName, problems) {
        return Some(family.told(PersonName::new(&family.text, &text(&given), &text(&title))));
    }
    let whole = cells.find(&Topic::Name, problems).filter(|whole| !is_empty_bed(&whole.text))?;
    let Some(mut name) = PersonName::read(&whole.text) else {
        problems.push(whole.at.problem(format!("{} is no name", whole.quoted())));
        return None;
    };
    if name.given.is_empty() {
        name.given = text(&given);
    }
    if name.title.is_empty() {
        name.title = text(&title);
    }
    Some(whole.told(PersonName::new(&name.family, &name.given, &name.title)))
}

/// What stands in the place of a name where nobody lies.
fn is_empty_bed(text: &str) -> bool {
    matches!(
        super::topic::fold(text).as_str(),
        "empty" | "vacant" | "unoccupied" | "closed" | "emptybed" | "bedempty" | "available" | "blocked" | "bedclosed"
    )
}

fn nhs_number(
    cells: RowCells<'_>,
    picture: &Picture,
    problems: &mut Vec<CellProblem>,
) -> (Option<Told<NhsNumber>>, Option<Told<String>>) {
    let Some(found) = cells.find(&Topic::NhsNumber, problems).filter(|found| !found.is_unknown()) else {
        return (None, None);
    };
    let why = match found.text.parse::<NhsNumber>() {
        Ok(number) if !number.is_test() || picture.test_patients => return (Some(found.told(number)), None),
        Ok(_) => "is a test number, and this hospital takes no test patients".to_owned(),
        Err(why) => why.to_string(),
    };
    problems.push(found.at.problem(format!("{} {why}; kept as text, not used to match", found.quoted())));
    let text = found.told(found.text.clone());
    (None, Some(text))
}

fn hospital_number(cells: RowCells<'_>, problems: &mut Vec<CellProblem>) -> Option<Told<HospitalNumber>> {
    let found = cells.find(&Topic::HospitalNumber, problems).filter(|found| !found.is_unknown())?;
    match found.text.parse() {
        Ok(number) => Some(found.told(number)),
        Err(why) => {
            let why: domain::hospital_number::NotAHospitalNumber = why;
            problems.push(found.at.problem(format!("{} {why}; left out, not used to match", found.quoted())));
            None
        }
    }
}

fn born(cells: RowCells<'_>, picture: &Picture, problems: &mut Vec<CellProblem>) -> Option<Told<NaiveDate>> {
    let found = cells.find(&Topic::Born, problems).filter(|found| !found.is_unknown())?;
    let today = london::date(picture.now);
    let born = match read_date(found.cell, TwoDigitYear::NotAfter { today }) {
        Ok(born) => born,
        Err(expected) => {
            problems.push(found.at.problem(format!("{}; left out, not used to match", no_date(&found, expected))));
            return None;
        }
    };
    let century_was_guessed = matches!(found.cell, Cell::Text(text) if !text.contains(&born.format("%Y").to_string()));
    let is_child = today.years_since(born).is_some_and(|age| age < CHILD);
    if century_was_guessed && is_child {
        let born = domain::clinical_time::date(born);
        problems.push(found.at.problem(format!(
            "{} was read as {born}; write the year with four digits if the patient is over a hundred",
            found.quoted()
        )));
    }
    Some(found.told(born))
}

fn sex(cells: RowCells<'_>, problems: &mut Vec<CellProblem>) -> Option<Told<Sex>> {
    let found = cells.find(&Topic::Sex, problems).filter(|found| !found.is_unknown())?;
    let sex = match found.text.to_lowercase().as_str() {
        "f" | "female" | "woman" | "2" => Sex::Female,
        "m" | "male" | "man" | "1" => Sex::Male,
        "i" | "indeterminate" | "9" => Sex::Indeterminate,
        "u" | "x" | "0" => return None,
        _ => {
            problems.push(found.at.problem(format!("{} is not known here; expected female or male; left out", found.quoted())));
            return None;
        }
    };
    Some(found.told(sex))
}

fn admitted(cells: RowCells<'_>, problems: &mut Vec<CellProblem>) -> Admitted {
    let Some(found) = cells.find(&Topic::Admitted, problems).filter(|found| !found.is_unknown()) else {
        return Admitted::Missing;
    };
    match read_date_time(found.cell) {
        Ok(at) => Admitted::At(found.told(london::instant(at.date(), at.time()))),
        Err(_) => Admitted::Unreadable(found.told(no_date(&found, Expected::Date))),
    }
}

/// "31/02/2026 is no date; expected a date such as 05/03/2026".
pub(super) fn no_date(found: &Found<'_>, expected: Expected) -> String {
    format!("{} is no date; expected {expected}", found.quoted())
}
