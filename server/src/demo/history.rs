//! Two years of past stays, with winters and weekends in them: what the reports are about.

use std::collections::VecDeque;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::{Command, CriteriaToReside, Patient, Pathway, PathwayStage, StayId, command::Admission, london, stay::Destination};
use service::bulk::Story;

use super::{
    calendar,
    chance::{Chance, whole},
    patients::Setting,
    people::People,
    reviews,
    story::Telling,
    wards::{DemoWard, Tempo},
};

/// Months of it.
const DAYS: i64 = 730;
/// People who come on an ordinary day. With a mean stay of seven days they fill the beds.
const ADMISSIONS_A_DAY: i64 = 82;
/// Those who came before the two years and left in them.
const RUN_UP: i64 = 60;
/// Stays between somebody's first and next one: far more than are written at once, as a patient is one row.
const BETWEEN: usize = 3_000;

mod tasks;

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
        Manner { mean_days: 12.0, wards: [(2, Quick), (43, Steady), (55, Slow)], pathways: [(680, P0), (205, P1), (78, P2), (37, P3)] },
    ),
    (
        3,
        Manner { mean_days: 30.0, wards: [(1, Quick), (24, Steady), (75, Slow)], pathways: [(510, P0), (230, P1), (150, P2), (110, P3)] },
    ),
];

/// The past, day by day.
pub(super) struct History<'a> {
    setting: Setting<'a>,
    chance: Chance,
    people: People,
    /// Those who may come again, with the time they left.
    left: VecDeque<(Patient, DateTime<Utc>)>,
}

impl<'a> History<'a> {
    pub(super) fn new(setting: Setting<'a>) -> Self {
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
        let window = self.setting.now - TimeDelta::days(DAYS)..self.setting.now;
        if !window.contains(&left_at) {
            return None;
        }
        let wards: Vec<&DemoWard> = self.setting.wards.iter().filter(|ward| ward.tempo == tempo).collect();
        let ward = *self.chance.pick(&wards);
        let patient = self.patient(ward, admitted_at, left_at);
        Some(self.told(Past { ward, patient, admitted_at, left_at, pathway }))
    }

    /// One in nine comes again.
    fn patient(&mut self, ward: &DemoWard, at: DateTime<Utc>, left_at: DateTime<Utc>) -> Patient {
        let known = if self.left.len() > BETWEEN { self.left.pop_front() } else { None };
        let again = known.filter(|(_, left)| *left < at && self.chance.percent(11)).map(|(patient, _)| patient);
        let patient = again.unwrap_or_else(|| self.people.new_patient(ward.ages, at, &mut self.chance));
        self.left.push_back((patient.clone(), left_at));
        patient
    }

    fn told(&mut self, past: Past<'_>) -> Story {
        let (chance, staff) = (&mut self.chance, self.setting.staff);
        let Past { ward, patient, admitted_at, left_at, pathway } = past;
        let code = &ward.ward.code;
        let stay: StayId = chance.id(admitted_at);
        let mut telling = Telling::of(stay, left_at);
        let (nurse, doctor) = (staff.nurse(code, chance), staff.doctor(code, chance));
        let to = destination(pathway, chance);
        let delay = delay(pathway, (london::date(left_at) - london::date(admitted_at)).num_days(), chance);
        let ready_on = london::date(left_at) - TimeDelta::days(delay);

        let bed = chance.pick(&ward.ward.beds);
        let expected = ready_on - TimeDelta::days(chance.weighted(&[(30, 1), (55, 0), (15, -1)]));
        let admission = Admission {
            patient,
            place: ward.place(bed),
            admitted_at,
            consultant: staff.consultant(code, chance),
            specialty: Some(ward.specialty.to_owned()),
            expected_discharge: Some(expected.max(london::date(admitted_at))),
        };
        telling.say(admitted_at, &nurse, Command::AdmitPatient(Box::new(admission)));
        let moved_at = admitted_at + chance.minutes(300, 2_600);
        if chance.percent(15) && moved_at < left_at {
            let to = ward.place(chance.pick(&ward.ward.beds));
            telling.say(moved_at, &nurse, Command::MoveBed { to });
        }
        let mut review = |at: DateTime<Utc>, found: CriteriaToReside| {
            telling.say(at, &doctor, Command::ReviewCriteria { found, reviewed_at: at });
        };
        let next_day = london::date(admitted_at) + TimeDelta::days(1);
        if next_day < ready_on {
            review(calendar::round_on(next_day, chance), CriteriaToReside::Met(reviews::reasons(chance)));
        }
        if left_home(to) {
            let at = calendar::round_on(ready_on, chance);
            let at = if at > admitted_at { at } else { admitted_at + TimeDelta::hours(1) };
            review(at.min(left_at), CriteriaToReside::NotMet);
            let (stage, pathway) = (PathwayStage::Actual, Some(pathway));
            telling.say(left_at, &nurse, Command::SetPathway { stage, pathway });
        }
        let days = (left_at - admitted_at).num_days();
        if pathway != P0 && days >= 2 {
            let at = calendar::round_on(next_day, chance);
            telling.say(at, &nurse, Command::SetPathway { stage: PathwayStage::Proposed, pathway: Some(pathway) });
        }
        if chance.percent(9) && days >= 1 {
            tasks::tell(&mut telling, &self.setting, code, pathway, left_at, chance);
        }
        telling.say(left_at, &nurse, Command::DischargePatient { at: left_at, to });
        telling.end()
    }
}

/// A stay that is over.
struct Past<'a> {
    ward: &'a DemoWard,
    patient: Patient,
    admitted_at: DateTime<Utc>,
    left_at: DateTime<Utc>,
    pathway: Pathway,
}

fn left_at(admitted_at: DateTime<Utc>, days: i64, chance: &mut Chance) -> DateTime<Utc> {
    let day = calendar::day_of_leaving(london::date(admitted_at) + TimeDelta::days(days), chance);
    let at = calendar::discharge_on(day, chance);
    if at > admitted_at + TimeDelta::hours(2) { at } else { admitted_at + chance.minutes(125, 400) }
}

/// Whole days between being ready and leaving: none for most.
fn delay(pathway: Pathway, days: i64, chance: &mut Chance) -> i64 {
    let delayed = if pathway == P0 { 8 } else { 52 };
    if days < 2 || !chance.percent(delayed) {
        return 0;
    }
    (1 + whole(chance.long_tailed(5.2))).min(days - 1)
}

fn destination(pathway: Pathway, chance: &mut Chance) -> Destination {
    use Destination::{
        AnotherHospital, Died, HomeWithRehabilitation, HomeWithSupport, HomeWithoutSupport, NewCareHome, NewCareHomeForEndOfLife,
        OriginalCareHome, OriginalCareHomeWithMoreSupport, OwnDischarge, ShortTermBed,
    };
    match pathway {
        P0 => chance.weighted(&[
            (890, HomeWithoutSupport),
            (55, OriginalCareHome),
            (30, Died),
            (12, OwnDischarge),
            (13, AnotherHospital),
        ]),
        P1 => chance.weighted(&[(55, HomeWithRehabilitation), (33, HomeWithSupport), (12, OriginalCareHomeWithMoreSupport)]),
        P2 => ShortTermBed,
        P3 => chance.weighted(&[(80, NewCareHome), (20, NewCareHomeForEndOfLife)]),
    }
}

fn left_home(to: Destination) -> bool {
    !matches!(to, Destination::Died | Destination::OwnDischarge | Destination::AnotherHospital)
}
