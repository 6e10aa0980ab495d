//! Those who are in the hospital now, each told from admission to this moment.

use std::collections::HashSet;

use chrono::{DateTime, TimeDelta, Utc};
use domain::{Bed, Command, Pathway, PathwayStage, StayId, TaskKind, command::Admission};
use service::bulk::Story;

use super::{
    calendar,
    chance::Chance,
    outlook::{self, Outlook},
    people::{self, People},
    reviews, round,
    size::Scale,
    staff::Staff,
    story::Telling,
    tasks::{self, Scene},
    wards::{DemoWard, Tempo},
    words,
};

/// What the stories are made of.
pub(super) struct Setting {
    pub scale: Scale,
    pub wards: Vec<DemoWard>,
    pub staff: Staff,
    pub kinds: Vec<TaskKind>,
    pub now: DateTime<Utc>,
}

/// In the order of their admissions.
pub(super) fn tell(setting: &Setting) -> Vec<Story> {
    let mut chance = Chance::for_part(2);
    // Dice of their own, so that what rounds say leaves the patients as they were.
    let mut talk = Chance::for_part(7);
    let mut people = People::here();
    let beds = occupied(&setting.wards, setting.scale.empty_beds, &mut chance);
    let days = days_by_tempo(&beds, &mut chance);
    let mut stories: Vec<Story> = beds
        .iter()
        .zip(days)
        .map(|(here, days)| {
            let (mut telling, outlook) = patient(setting, *here, days, &mut people, &mut chance);
            round::tell(&mut telling, &outlook, &here.0.ward.code, &setting.staff, &mut talk);
            telling.end()
        })
        .collect();
    stories.sort_by_key(|story| story.steps.first().map(|step| step.at));
    stories
}

type WardAndBed<'a> = (&'a DemoWard, &'a Bed);

fn occupied<'a>(wards: &'a [DemoWard], empty: usize, chance: &mut Chance) -> Vec<WardAndBed<'a>> {
    let beds = wards.iter().flat_map(|ward| ward.ward.beds.iter().map(move |bed| (ward, bed)));
    let mut beds: Vec<WardAndBed<'a>> = beds.filter(|(ward, bed)| !ward.keeps_free(bed)).collect();
    chance.shuffle(&mut beds);
    beds.truncate(beds.len().saturating_sub(empty));
    beds
}

/// Deals the lengths of stay of the whole hospital out to its wards: the longer ones to the slower wards.
fn days_by_tempo(beds: &[WardAndBed<'_>], chance: &mut Chance) -> Vec<i64> {
    let mut days = outlook::days_in_hospital(beds.len(), chance);
    days.sort_unstable();
    let mut slowness: Vec<(i64, usize)> = beds.iter().map(|(ward, _)| slowness(ward.tempo, chance)).zip(0..).collect();
    slowness.sort_unstable();
    let mut dealt = vec![0; beds.len()];
    for ((_, index), days) in slowness.into_iter().zip(days) {
        dealt[index] = days;
    }
    dealt
}

fn slowness(tempo: Tempo, chance: &mut Chance) -> i64 {
    match tempo {
        Tempo::Quick => chance.between(0, 380),
        Tempo::Steady => chance.between(60, 1_000),
        Tempo::Slow => chance.between(250, 1_080),
    }
}

fn patient(
    setting: &Setting,
    (ward, bed): WardAndBed<'_>,
    days: i64,
    people: &mut People,
    chance: &mut Chance,
) -> (Telling, Outlook) {
    let outlook = Outlook::draw(ward, days, setting.now, chance);
    let stay: StayId = chance.id(outlook.admitted_at);
    let mut telling = Telling::of(stay, setting.now);
    arrive(&mut telling, setting, ward, bed, &outlook, people, chance);
    let code = &ward.ward.code;
    reviews::tell(&mut telling, &outlook, code, &setting.staff, chance);
    plan(&mut telling, setting, ward, &outlook, chance);
    let scene = Scene { outlook: &outlook, ward: code, staff: &setting.staff, kinds: &setting.kinds };
    tasks::tell(&mut telling, &scene, chance);
    write(&mut telling, setting, ward, &outlook, chance);
    (telling, outlook)
}

/// Admission, often by way of an assessment unit.
fn arrive(
    telling: &mut Telling,
    setting: &Setting,
    ward: &DemoWard,
    bed: &Bed,
    outlook: &Outlook,
    people: &mut People,
    chance: &mut Chance,
) {
    let at = outlook.admitted_at;
    let moved_at = at + chance.minutes(240, 1_500);
    let by_way_of = ward.tempo != Tempo::Quick && moved_at < setting.now && chance.percent(45);
    let first = if by_way_of { assessment_unit(&setting.wards, ward) } else { ward };
    let there = if by_way_of { chance.pick(&first.ward.beds) } else { bed };
    let patient = people.new_patient(ward.ages, at, chance);
    let admission = Admission {
        local_authority: people::local_authority(patient.id),
        patient,
        place: first.place(there),
        admitted_at: at,
        consultant: setting.staff.consultant(&ward.ward.code, chance),
        specialty: Some(ward.specialty.to_owned()),
        expected_discharge: None,
        admitted_as: ward.admitted_as(),
    };
    telling.say(at, &setting.staff.nurse(&first.ward.code, chance), Command::AdmitPatient(Box::new(admission)));
    if by_way_of {
        let by = setting.staff.nurse(&first.ward.code, chance);
        telling.say(moved_at, &by, Command::MoveBed { to: ward.place(bed) });
    }
}

fn assessment_unit<'a>(wards: &'a [DemoWard], ward: &'a DemoWard) -> &'a DemoWard {
    let surgical = ward.specialty.contains("surgery") || ward.specialty.contains("orthopaedics");
    let wanted = if surgical { "Surgical Assessment Unit" } else { "Acute Medical Unit" };
    wards.iter().find(|unit| unit.ward.name == wanted).unwrap_or(ward)
}

/// The expected date, moved once or twice for clinical reasons; the pathway, first proposed and then agreed.
fn plan(telling: &mut Telling, setting: &Setting, ward: &DemoWard, outlook: &Outlook, chance: &mut Chance) {
    let (staff, code) = (&setting.staff, &ward.ward.code);
    let doctor = staff.doctor(code, chance);
    if let Some(day) = outlook.expected {
        let first_at = outlook.admitted_at + chance.minutes(90, 780);
        let moved = outlook.days >= 3 && chance.percent(45);
        let first = if moved { (day - TimeDelta::days(chance.between(1, 4))).max(outlook.admitted_on()) } else { day };
        telling.say(first_at, &doctor, Command::SetExpectedDischarge { day: Some(first) });
        if moved {
            let at = calendar::round_on(outlook.admitted_on() + TimeDelta::days(2), chance).max(first_at);
            telling.say(at, &staff.doctor(code, chance), Command::SetExpectedDischarge { day: Some(day) });
        }
    }
    let Some(pathway) = outlook.pathway else { return };
    let stage = PathwayStage::Proposed;
    let thought_simpler = pathway != Pathway::P0 && chance.percent(15);
    let planned_at = outlook.planned_at();
    if thought_simpler {
        let at = outlook.admitted_at + TimeDelta::minutes(170);
        telling.say(at, &staff.nurse(code, chance), Command::SetPathway { stage, pathway: Some(Pathway::P0) });
    }
    telling.say(planned_at, &staff.nurse(code, chance), Command::SetPathway { stage, pathway: Some(pathway) });
    let agreed = if outlook.is_ready() { 80 } else { 35 };
    if outlook.needs_hub() && chance.percent(agreed) {
        let at = calendar::in_office_hours(planned_at + chance.wait(12.0) + TimeDelta::hours(4));
        let by = staff.member(&hub(&setting.kinds), code, chance);
        let stage = PathwayStage::Agreed;
        telling.say(at, &by, Command::SetPathway { stage, pathway: Some(pathway) });
    }
}

fn hub(kinds: &[TaskKind]) -> domain::TeamCode {
    let triage = kinds.iter().find(|kind| kind.code.as_str() == "T13").unwrap_or(&kinds[0]);
    triage.owner_team.clone()
}

/// Notes, and what matters to the patient.
fn write(telling: &mut Telling, setting: &Setting, ward: &DemoWard, outlook: &Outlook, chance: &mut Chance) {
    let (staff, code) = (&setting.staff, &ward.ward.code);
    if chance.percent(if outlook.days >= 2 { 38 } else { 12 }) {
        let at = outlook.admitted_at + chance.minutes(200, 1_900);
        let words = words::what_matters(chance).to_owned();
        telling.say(at, &staff.nurse(code, chance), Command::SetWhatMatters { words });
    }
    let notes = chance.weighted(&[(48, 0), (30, 1), (15, 2), (7, 3)]);
    let so_far = (setting.now - outlook.admitted_at).num_minutes();
    let mut times: Vec<i64> = (0..notes).map(|_| chance.between(30.min(so_far), so_far)).collect();
    times.sort_unstable();
    let mut told = HashSet::new();
    for (number, minutes) in (1..).map(domain::NoteNumber).zip(times) {
        let (text, visibility) = words::note(chance);
        let at = calendar::in_daytime(outlook.admitted_at + TimeDelta::minutes(minutes));
        if told.insert(text) {
            let command = Command::AddNote { note: number, text: text.to_owned(), visibility };
            telling.say(at, &staff.nurse(code, chance), command);
        }
    }
}
