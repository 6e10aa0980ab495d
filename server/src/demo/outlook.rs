//! How things stand for a patient who is in the hospital now: how long here, how near to home, by which pathway.

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use domain::{Pathway, london};

use super::{
    calendar,
    chance::{Chance, whole},
    wards::{Ages, DemoWard, Tempo},
};

/// Where a stay is heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    /// Needs the bed for a while yet.
    Unwell,
    /// Needs the bed, but the way home is being prepared.
    Improving,
    /// Does not meet the criteria to reside since this day.
    ReadySince(NaiveDate),
}

pub(super) struct Outlook {
    pub admitted_at: DateTime<Utc>,
    pub days: i64,
    pub stage: Stage,
    pub pathway: Option<Pathway>,
    pub expected: Option<NaiveDate>,
    pub now: DateTime<Utc>,
}

/// Days in hospital of those who lie in the beds: weight in a thousand, from, to. Half are below five; 40 % 7 and more,
/// 20 % 14 and more, 11 % 21 and more.
#[rustfmt::skip]
const DAYS: [(u32, (i64, i64)); 13] = [
    (105, (0, 0)), (110, (1, 1)), (97, (2, 2)), (86, (3, 3)), (75, (4, 4)), (66, (5, 5)), (61, (6, 6)),
    (120, (7, 9)), (84, (10, 13)), (86, (14, 20)), (44, (21, 27)), (48, (28, 49)), (18, (50, 118)),
];

/// The lengths of stay of `count` patients, in no order.
pub(super) fn days_in_hospital(count: usize, chance: &mut Chance) -> Vec<i64> {
    let draw = |_| {
        let (low, high) = chance.weighted(&DAYS);
        chance.between(low, high)
    };
    (0..count).map(draw).collect()
}

impl Outlook {
    pub(super) fn draw(ward: &DemoWard, days: i64, now: DateTime<Utc>, chance: &mut Chance) -> Self {
        let admitted_at = admitted_at(days, now, chance);
        let today = london::date(now);
        let days = (today - london::date(admitted_at)).num_days();
        let stage = stage(days, now, chance);
        let pathway = pathway(ward, days, stage, chance);
        let expected = expected(london::date(admitted_at), today, stage, chance);
        Self { admitted_at, days, stage, pathway, expected, now }
    }

    pub(super) fn today(&self) -> NaiveDate {
        london::date(self.now)
    }

    pub(super) fn admitted_on(&self) -> NaiveDate {
        london::date(self.admitted_at)
    }

    pub(super) fn is_ready(&self) -> bool {
        matches!(self.stage, Stage::ReadySince(_))
    }

    pub(super) fn needs_hub(&self) -> bool {
        self.pathway.is_some_and(|pathway| pathway != Pathway::P0)
    }

    /// When the ward and the hub first spoke of how this patient would leave.
    pub(super) fn planned_at(&self) -> DateTime<Utc> {
        let day = match self.stage {
            Stage::ReadySince(day) => (day - Days::new(2)).max(self.admitted_on()),
            Stage::Unwell | Stage::Improving => self.admitted_on() + Days::new(1 + self.days.unsigned_abs() / 3),
        };
        calendar::clock(day, 11, 10).max(self.admitted_at + TimeDelta::hours(3))
    }
}

/// Somebody who would come later today came yesterday.
fn admitted_at(days: i64, now: DateTime<Utc>, chance: &mut Chance) -> DateTime<Utc> {
    let day = london::date(now) - TimeDelta::days(days);
    let at = calendar::admission_on(day, chance);
    if at > now - TimeDelta::minutes(20) { at - TimeDelta::days(1) } else { at }
}

fn stage(days: i64, now: DateTime<Utc>, chance: &mut Chance) -> Stage {
    let ready = match days {
        0 => 2,
        1..=2 => 10,
        3..=6 => 18,
        7..=13 => 30,
        14..=20 => 40,
        _ => 50,
    };
    if !chance.percent(ready) {
        return if chance.percent(if days < 2 { 15 } else { 38 }) { Stage::Improving } else { Stage::Unwell };
    }
    #[expect(clippy::cast_precision_loss, reason = "a few days")]
    let mean = (days as f64 / 3.0).clamp(0.8, 6.0);
    let since = whole(chance.long_tailed(mean)).clamp(0, days);
    let today = london::date(now);
    // The round is only over by noon: earlier in the day nobody has become ready yet.
    let is_too_early = since == 0 && now < calendar::clock(today, 11, 30) && days > 0;
    Stage::ReadySince(today - TimeDelta::days(if is_too_early { 1 } else { since }))
}

fn pathway(ward: &DemoWard, days: i64, stage: Stage, chance: &mut Chance) -> Option<Pathway> {
    use Pathway::{P0, P1, P2, P3};
    let unknown = match stage {
        Stage::Unwell => 45,
        Stage::Improving => 12,
        Stage::ReadySince(_) => 3,
    };
    if days == 0 || chance.percent(unknown) {
        return None;
    }
    let is_slow = ward.tempo == Tempo::Slow || ward.ages == Ages::Oldest;
    let shares: &[(u32, Pathway)] = match (stage, is_slow) {
        // Those with a simple way home have gone; those who wait need help.
        (Stage::ReadySince(_), true) => &[(22, P0), (40, P1), (22, P2), (16, P3)],
        (Stage::ReadySince(_), false) => &[(46, P0), (34, P1), (13, P2), (7, P3)],
        (_, true) => &[(48, P0), (32, P1), (13, P2), (7, P3)],
        (_, false) => &[(80, P0), (14, P1), (4, P2), (2, P3)],
    };
    Some(chance.weighted(shares))
}

/// The date is clinical: whoever is ready has reached it, whatever they wait for.
fn expected(admitted: NaiveDate, today: NaiveDate, stage: Stage, chance: &mut Chance) -> Option<NaiveDate> {
    if chance.percent(if admitted == today { 40 } else { 5 }) {
        return None;
    }
    let day = match stage {
        Stage::ReadySince(day) => day + TimeDelta::days(chance.weighted(&[(20, -1), (60, 0), (20, 1)])),
        Stage::Improving => today + TimeDelta::days(chance.weighted(&[(8, -1), (30, 0), (37, 1), (25, 2)])),
        Stage::Unwell if chance.percent(14) => today - TimeDelta::days(chance.between(1, 5)),
        Stage::Unwell => today + TimeDelta::days(chance.between(2, 10)),
    };
    Some(day.max(admitted))
}
