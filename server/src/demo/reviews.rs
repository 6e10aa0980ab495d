//! The criteria to reside of a stay, reviewed on the morning rounds from its second day on.

use chrono::{NaiveDate, TimeDelta};
use domain::{Command, CriteriaToReside, Criterion, WardCode};

use super::{
    calendar,
    chance::Chance,
    outlook::{Outlook, Stage},
    staff::Staff,
    story::Telling,
};

/// Reasons to stay by how common they are; others are rare outside intensive care.
const COMMON: [(u32, Criterion); 8] = [
    (24, Criterion::IntravenousMedication),
    (20, Criterion::AcuteFunctionalImpairment),
    (17, Criterion::News2AboveThree),
    (15, Criterion::OxygenOrNonInvasiveVentilation),
    (12, Criterion::IntravenousFluids),
    (4, Criterion::InvasiveProcedure),
    (4, Criterion::DiminishedConsciousness),
    (4, Criterion::LowerLimbSurgery),
];

pub(super) fn tell(telling: &mut Telling, outlook: &Outlook, ward: &WardCode, staff: &Staff, chance: &mut Chance) {
    let (first, today) = (outlook.admitted_on(), outlook.today());
    let relapse = relapse(outlook, chance);
    // A few patients were missed for a day or two: their review is stale.
    let missed = if chance.percent(7) { chance.between(1, 3) } else { 0 };
    for day in first.iter_days().take_while(|day| *day <= today) {
        let ready = is_ready(outlook, day) || relapse.contains(&day);
        let is_turn = outlook.stage == Stage::ReadySince(day) || relapse.first() == Some(&day);
        let is_missed = day > today - TimeDelta::days(missed) || chance.percent(if calendar::is_weekend(day) { 30 } else { 4 });
        if is_missed && !is_turn {
            continue;
        }
        let at = calendar::round_on(day, chance);
        // Who came after the round is first reviewed late in the day, and only by some.
        let at = if at > outlook.admitted_at { at } else { outlook.admitted_at + chance.minutes(90, 480) };
        if day == first && !is_turn && chance.percent(45) {
            continue;
        }
        let found = if ready { CriteriaToReside::NotMet } else { CriteriaToReside::Met(reasons(chance)) };
        telling.say(at, &staff.doctor(ward, chance), Command::ReviewCriteria { found, reviewed_at: at });
    }
}

fn is_ready(outlook: &Outlook, day: NaiveDate) -> bool {
    matches!(outlook.stage, Stage::ReadySince(since) if day >= since)
}

/// Days on which the patient was thought ready, before things turned again.
fn relapse(outlook: &Outlook, chance: &mut Chance) -> Vec<NaiveDate> {
    let well_again = match outlook.stage {
        Stage::ReadySince(day) => day - TimeDelta::days(2),
        Stage::Unwell | Stage::Improving => outlook.today() - TimeDelta::days(2),
    };
    let enough_time = (well_again - outlook.admitted_on()).num_days() >= 5;
    if !enough_time || !chance.percent(16) {
        return Vec::new();
    }
    let length = chance.between(1, 3);
    (0..length).map(|day| well_again - TimeDelta::days(length - day)).collect()
}

pub(super) fn reasons(chance: &mut Chance) -> Vec<Criterion> {
    let mut reasons = vec![chance.weighted(&COMMON)];
    if chance.percent(25) {
        reasons.push(chance.weighted(&COMMON));
    }
    reasons.sort_unstable();
    reasons.dedup();
    reasons
}
