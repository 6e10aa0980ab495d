//! Two years of past stays, with winters and weekends in them: what the reports are about.

mod past;
mod tasks;

use std::collections::VecDeque;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::{Pathway, Patient, london};
use service::bulk::Story;

use super::{
    calendar,
    chance::{Chance, whole},
    patients::Setting,
    people::People,
    wards::{DemoWard, Tempo},
};
use past::Past;

/// How far back it goes.
const DAYS: i64 = 730;
/// People who come on an ordinary day. With a mean stay of seven days they fill the beds.
const ADMISSIONS_A_DAY: i64 = 82;
/// Those who came before the two years and left in them.
const RUN_UP: i64 = 60;
/// Stays between somebody's first and next one: far more than are written at once, as a patient is one row.
const BETWEEN: usize = 3_000;

/// How long somebody stays: in which of three ways, which then also says where and how they leave.
struct Manner {
    mean_days: f64,
    /// Weights of quick, steady and slow wards.
    wards: [(u32, Tempo); 3],
    /// Discharges by pathway, in a thousand. Together they are near England's 86, 9.5, 3 and 1.6 %.
    pathways: [(u32, Pathway); 4],
}

use Pathway::{P0, P1, P2, P3};
use Tempo::{Quick, Slow, Steady};

const MANNERS: [(u32, Manner); 3] = [
    (
        82,
        Manner {
            mean_days: 5.2,
            wards: [(38, Quick), (48, Steady), (14, Slow)],
            pathways: [(906, P0), (70, P1), (16, P2), (8, P3)],
        },
    ),
    (
        15,
        Manner {
            mean_days: 12.0,
            wards: [(2, Quick), (43, Steady), (55, Slow)],
            pathways: [(680, P0), (205, P1), (78, P2), (37, P3)],
        },
    ),
    (
        3,
        Manner {
            mean_days: 30.0,
            wards: [(1, Quick), (24, Steady), (75, Slow)],
            pathways: [(510, P0), (230, P1), (150, P2), (110, P3)],
        },
    ),
];

/// From when on everybody who left is told of.
pub(super) fn beginning(now: DateTime<Utc>) -> DateTime<Utc> {
    now - TimeDelta::days(DAYS)
}

/// The past, day by day.
pub(super) struct History<'a> {
    setting: &'a Setting,
    chance: Chance,
    people: People,
    /// Those who may come again, with the time they left.
    left: VecDeque<(Patient, DateTime<Utc>)>,
}

impl<'a> History<'a> {
    pub(super) fn new(setting: &'a Setting) -> Self {
        Self { setting, chance: Chance::for_part(3), people: People::before(), left: VecDeque::new() }
    }

    pub(super) fn days(&self) -> impl Iterator<Item = NaiveDate> + use<> {
        let today = london::date(self.setting.now);
        (today - TimeDelta::days(DAYS + RUN_UP)).iter_days().take_while(move |day| *day <= today)
    }

    /// The stays that began on a day and are over, in the order of their admissions.
    pub(super) fn stays_of(&mut self, day: NaiveDate) -> Vec<Story> {
        let count = calendar::admissions_on(day, ADMISSIONS_A_DAY, &mut self.chance);
        let mut arrivals: Vec<DateTime<Utc>> = (0..count).map(|_| calendar::admission_on(day, &mut self.chance)).collect();
        arrivals.sort_unstable();
        arrivals.into_iter().filter_map(|at| self.stay(at)).collect()
    }

    fn stay(&mut self, admitted_at: DateTime<Utc>) -> Option<Story> {
        let weights = [0, 1, 2].map(|index| (MANNERS[index].0, index));
        let manner = &MANNERS[self.chance.weighted(&weights)].1;
        let tempo = self.chance.weighted(&manner.wards);
        let days = whole(self.chance.long_tailed(manner.mean_days) + self.chance.unit());
        let left_at = left_at(admitted_at, days, &mut self.chance);
        let pathway = self.chance.weighted(&manner.pathways);
        let window = beginning(self.setting.now)..self.setting.now;
        if !window.contains(&left_at) {
            return None;
        }
        let wards: Vec<&DemoWard> = self.setting.wards.iter().filter(|ward| ward.tempo == tempo).collect();
        let ward = *self.chance.pick(&wards);
        let patient = self.patient(ward, admitted_at, left_at);
        let past = Past { ward, patient, admitted_at, left_at, pathway };
        Some(past.tell(self.setting, &mut self.chance))
    }

    /// One in nine comes again.
    fn patient(&mut self, ward: &DemoWard, at: DateTime<Utc>, left_at: DateTime<Utc>) -> Patient {
        let known = if self.left.len() > BETWEEN { self.left.pop_front() } else { None };
        let again = known.filter(|(_, left)| *left < at && self.chance.percent(11)).map(|(patient, _)| patient);
        let patient = again.unwrap_or_else(|| self.people.new_patient(ward.ages, at, &mut self.chance));
        self.left.push_back((patient.clone(), left_at));
        patient
    }
}

fn left_at(admitted_at: DateTime<Utc>, days: i64, chance: &mut Chance) -> DateTime<Utc> {
    let day = calendar::day_of_leaving(london::date(admitted_at) + TimeDelta::days(days), chance);
    let at = calendar::discharge_on(day, chance);
    if at > admitted_at + TimeDelta::hours(2) { at } else { admitted_at + chance.minutes(125, 400) }
}
