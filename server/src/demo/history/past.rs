//! One stay that is over: fewer details than those of today, and every one that the reports count.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::{
    Command, CriteriaToReside,
    Pathway::{self, P0, P1, P2, P3},
    PathwayStage, Patient, StayId,
    command::Admission,
    london,
    stay::Destination,
};
use service::bulk::Story;

use super::tasks;
use crate::demo::{
    calendar,
    chance::{Chance, whole},
    patients::Setting,
    people, reviews, round,
    story::Telling,
    wards::DemoWard,
};

pub(super) struct Past<'a> {
    pub ward: &'a DemoWard,
    pub patient: Patient,
    pub admitted_at: DateTime<Utc>,
    pub left_at: DateTime<Utc>,
    pub pathway: Pathway,
}

impl Past<'_> {
    pub(super) fn tell(self, setting: &Setting, chance: &mut Chance) -> Story {
        let code = &self.ward.ward.code;
        let stay: StayId = chance.id(self.admitted_at);
        let mut telling = Telling::of(stay, self.left_at);
        let to = destination(self.pathway, chance);
        let (first, last) = (london::date(self.admitted_at), london::date(self.left_at));
        let ready_on = last - TimeDelta::days(delay(self.pathway, (last - first).num_days(), chance));
        self.arrive(&mut telling, setting, ready_on, chance);
        self.review(&mut telling, setting, ready_on, to, chance);
        let (hours, by) = ((self.left_at - self.admitted_at).num_hours(), setting.staff.nurse(code, chance));
        if self.pathway != P0 && hours >= 48 {
            let at = calendar::round_on(first + TimeDelta::days(1), chance);
            let (stage, pathway) = (PathwayStage::Proposed, Some(self.pathway));
            telling.say(at, &by, Command::SetPathway { stage, pathway });
        }
        if hours >= 24 && chance.percent(9) {
            tasks::tell(&mut telling, setting, code, self.pathway, self.left_at, chance);
        }
        if went_home(to) {
            let (stage, pathway) = (PathwayStage::Actual, Some(self.pathway));
            telling.say(self.left_at, &by, Command::SetPathway { stage, pathway });
        }
        telling.say(self.left_at, &by, Command::DischargePatient { at: self.left_at, to });
        telling.end()
    }

    fn arrive(&self, telling: &mut Telling, setting: &Setting, ready_on: NaiveDate, chance: &mut Chance) {
        let (ward, staff) = (self.ward, &setting.staff);
        let nurse = staff.nurse(&ward.ward.code, chance);
        let expected = ready_on - TimeDelta::days(chance.weighted(&[(30, 1), (55, 0), (15, -1)]));
        let admission = Admission {
            patient: self.patient.clone(),
            place: ward.place(chance.pick(&ward.ward.beds)),
            admitted_at: self.admitted_at,
            consultant: staff.consultant(&ward.ward.code, chance),
            specialty: Some(ward.specialty.to_owned()),
            local_authority: people::local_authority(self.patient.id),
            expected_discharge: Some(expected.max(london::date(self.admitted_at))),
            admitted_as: ward.admitted_as(),
        };
        telling.say(self.admitted_at, &nurse, Command::AdmitPatient(Box::new(admission)));
        let moved_at = self.admitted_at + chance.minutes(300, 2_600);
        if moved_at < self.left_at && chance.percent(15) {
            telling.say(moved_at, &nurse, Command::MoveBed { to: ward.place(chance.pick(&ward.ward.beds)) });
        }
    }

    /// One review on the first morning, and the one that found the patient ready.
    fn review(&self, telling: &mut Telling, setting: &Setting, ready_on: NaiveDate, to: Destination, chance: &mut Chance) {
        let doctor = setting.staff.doctor(&self.ward.ward.code, chance);
        let mut say = |at: DateTime<Utc>, found: CriteriaToReside| {
            telling.say(at, &doctor, Command::ReviewCriteria { found, reviewed_at: at });
        };
        let next_day = london::date(self.admitted_at) + TimeDelta::days(1);
        if next_day < ready_on {
            say(calendar::round_on(next_day, chance), CriteriaToReside::Met(reviews::reasons(chance)));
        }
        if went_home(to) {
            let at = calendar::round_on(ready_on, chance);
            let at = if at > self.admitted_at { at } else { self.admitted_at + TimeDelta::hours(1) };
            say(at.min(self.left_at), CriteriaToReside::NotMet);
            let (why, nurse) = (round::reason(self.pathway, chance), setting.staff.nurse(&self.ward.ward.code, chance));
            for day in ready_on.iter_days().take_while(|day| *day < london::date(self.left_at)) {
                round::delay(telling, day, why, &nurse, chance);
            }
        }
    }
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

fn went_home(to: Destination) -> bool {
    !matches!(to, Destination::Died | Destination::OwnDischarge | Destination::AnotherHospital)
}
