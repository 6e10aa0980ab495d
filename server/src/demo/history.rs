//! Years of past stays, with winters and weekends in them: what the reports are about.

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
    size::Scale,
    wards::{DemoWard, Tempo},
};
use past::Past;

/// Those who came before the history begins and left in it, in days.
const RUN_UP: i64 = 60;

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

/// Who leaves within a day or two.
const BRIEF: Manner =
    Manner { mean_days: 0.7, wards: [(70, Quick), (28, Steady), (2, Slow)], pathways: [(985, P0), (13, P1), (1, P2), (1, P3)] };

/// The past, day by day.
pub(super) struct History<'a> {
    setting: &'a Setting,
    years: u32,
    chance: Chance,
    people: People,
    /// Those who may come again, with the time they left.
    left: VecDeque<(Patient, DateTime<Utc>)>,
}

impl<'a> History<'a> {
    pub(super) fn new(setting: &'a Setting, years: u32) -> Self {
        Self { setting, years, chance: Chance::for_part(3), people: People::before(), left: VecDeque::new() }
    }

    pub(super) fn days(&self) -> impl Iterator<Item = NaiveDate> + use<> {
        let today = london::date(self.setting.now);
        (today - TimeDelta::days(days(self.years) + RUN_UP)).iter_days().take_while(move |day| *day <= today)
    }

    /// The stays that began on a day and are over, in the order of their admissions.
    pub(super) fn stays_of(&mut self, day: NaiveDate) -> Vec<Story> {
        let count = calendar::admissions_on(day, self.setting.scale.admissions_a_day, &mut self.chance);
        let mut arrivals: Vec<DateTime<Utc>> = (0..count).map(|_| calendar::admission_on(day, &mut self.chance)).collect();
        arrivals.sort_unstable();
        arrivals.into_iter().filter_map(|at| self.stay(at)).collect()
    }

    fn stay(&mut self, admitted_at: DateTime<Utc>) -> Option<Story> {
        let manner = self.manner();
        let tempo = self.chance.weighted(&manner.wards);
        let days = whole(self.chance.long_tailed(manner.mean_days) + self.chance.unit());
        let left_at = left_at(admitted_at, days, &mut self.chance);
        let pathway = self.chance.weighted(&manner.pathways);
        let window = beginning(self.setting.now, self.years)..self.setting.now;
        if !window.contains(&left_at) {
            return None;
        }
        let wards: Vec<&DemoWard> = self.setting.wards.iter().filter(|ward| ward.tempo == tempo).collect();
        let ward = *self.chance.pick(&wards);
        let patient = self.patient(ward, admitted_at, left_at);
        let past = Past { ward, patient, admitted_at, left_at, pathway };
        Some(past.tell(self.setting, &mut self.chance))
    }

    fn manner(&mut self) -> &'static Manner {
        let brief = self.setting.scale.brief;
        if brief > 0 && self.chance.percent(brief) {
            return &BRIEF;
        }
        let weights = [0, 1, 2].map(|index| (MANNERS[index].0, index));
        &MANNERS[self.chance.weighted(&weights)].1
    }

    /// Somebody new, or somebody who left a while ago and comes again.
    fn patient(&mut self, ward: &DemoWard, at: DateTime<Utc>, left_at: DateTime<Utc>) -> Patient {
        let Scale { between, come_again, .. } = self.setting.scale;
        let known = if self.left.len() > between { self.left.pop_front() } else { None };
        let again = known.filter(|(_, left)| *left < at && self.chance.percent(come_again)).map(|(patient, _)| patient);
        let patient = again.unwrap_or_else(|| self.people.new_patient(ward.ages, at, &mut self.chance));
        self.left.push_back((patient.clone(), left_at));
        patient
    }
}

/// From when on everybody who left is told of.
pub(super) fn beginning(now: DateTime<Utc>, years: u32) -> DateTime<Utc> {
    now - TimeDelta::days(days(years))
}

fn days(years: u32) -> i64 {
    i64::from(years) * 365
}

fn left_at(admitted_at: DateTime<Utc>, days: i64, chance: &mut Chance) -> DateTime<Utc> {
    let day = calendar::day_of_leaving(london::date(admitted_at) + TimeDelta::days(days), chance);
    let at = calendar::discharge_on(day, chance);
    if at > admitted_at + TimeDelta::hours(2) { at } else { admitted_at + chance.minutes(125, 400) }
}
