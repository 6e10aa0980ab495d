//! Patients: who they are, and their numbers.

use chrono::{DateTime, Days, NaiveDate, Utc};
use domain::{HospitalNumber, NhsNumber, Patient, PatientId, PersonName, Sex, london};

use super::{chance::Chance, names, wards::Ages};

/// NHS numbers of the generated hospital have the stems 999 000 000 to 999 799 999.
const STEMS: u32 = 800_000;
/// The demo that plays admits patients with stems from here on; the sample list has 999 900 000 and more.
const LIVE_STEMS: u32 = 999_800_000;

/// Hands out people whose numbers nobody else has.
pub(super) struct People {
    next: u32,
}

impl People {
    /// Those who are in the hospital now.
    pub(super) fn here() -> Self {
        Self { next: 0 }
    }

    /// Those who were here before.
    pub(super) fn before() -> Self {
        Self { next: 10_000 }
    }

    pub(super) fn new_patient(&mut self, ages: Ages, at: DateTime<Utc>, chance: &mut Chance) -> Patient {
        let (nhs_number, serial) = self.numbers();
        person(nhs_number, 100_000 + serial, ages, at, chance)
    }

    /// The next stem that has a check digit. Multiplying by a prime scatters them without ever meeting again.
    fn numbers(&mut self) -> (NhsNumber, u32) {
        loop {
            let scattered = u32::try_from(u64::from(self.next) * 7_919 % u64::from(STEMS)).unwrap_or(0);
            self.next += 1;
            if let Some(number) = NhsNumber::from_stem(999_000_000 + scattered) {
                return (number, scattered);
            }
        }
    }
}

/// Somebody who comes while the demo plays.
pub(super) fn newcomer(ages: Ages, at: DateTime<Utc>, chance: &mut Chance) -> Patient {
    loop {
        let drawn = u32::try_from(chance.between(0, 89_999)).unwrap_or(0);
        if let Some(number) = NhsNumber::from_stem(LIVE_STEMS + drawn) {
            return person(number, 900_000 + drawn, ages, at, chance);
        }
    }
}

/// The council of where somebody lives, the same at each of their stays; of a few it is not known.
pub(super) fn local_authority(patient: PatientId) -> Option<String> {
    let council = match patient.0.as_u128() % 100 {
        0..56 => "Severnside County",
        56..79 => "Avonmere City",
        79..90 => "Mendip Vale",
        90..96 => "North Kennet",
        _ => return None,
    };
    Some(council.to_owned())
}

fn person(nhs_number: NhsNumber, serial: u32, ages: Ages, at: DateTime<Utc>, chance: &mut Chance) -> Patient {
    let age = age(ages, chance);
    let sex = sex(age, chance);
    let called = names::name(sex, age, chance);
    Patient {
        id: chance.id(at),
        name: PersonName::new(called.family, called.given, called.title),
        nhs_number: (!chance.percent(1)).then_some(nhs_number),
        hospital_number: format!("SA{serial}").parse::<HospitalNumber>().ok(),
        born: born(age, london::date(at), chance),
        sex,
    }
}

/// Those who come to a general hospital are mostly old; on the elderly wards nearly all are past 75.
fn age(ages: Ages, chance: &mut Chance) -> i64 {
    let (low, high) = match ages {
        Ages::Adults => chance.weighted(&[(10, (18, 34)), (16, (35, 49)), (26, (50, 64)), (30, (65, 79)), (18, (80, 95))]),
        Ages::Older => chance.weighted(&[(4, (24, 49)), (18, (50, 64)), (42, (65, 79)), (33, (80, 91)), (3, (92, 98))]),
        Ages::Oldest => chance.weighted(&[(5, (67, 73)), (38, (74, 83)), (46, (84, 92)), (10, (93, 98)), (1, (99, 102))]),
    };
    chance.between(low, high)
}

/// Women live longer.
fn sex(age: i64, chance: &mut Chance) -> Sex {
    let women = if age >= 85 { 62 } else { 50 };
    if chance.percent(women) { Sex::Female } else { Sex::Male }
}

fn born(age: i64, today: NaiveDate, chance: &mut Chance) -> Option<NaiveDate> {
    let days = age * 1_461 / 4 + chance.between(1, 364);
    today.checked_sub_days(Days::new(u64::try_from(days).ok()?))
}
