//! Which tasks a patient has, from what phase and pathway ask for.

use chrono::{DateTime, Days, TimeDelta, Utc};
use domain::{Pathway, TaskKind};

use super::Scene;
use crate::demo::{
    calendar,
    chance::Chance,
    outlook::{Outlook, Stage},
};

pub(super) struct Choice<'a> {
    pub kind: &'a TaskKind,
    pub added_at: DateTime<Utc>,
    pub is_sticking: bool,
}

/// Kinds with how likely each is, in per cent.
type Likely = &'static [(&'static str, u32)];

const ON_ARRIVAL: Likely = &[("T01", 92), ("T31", 3), ("T35", 9), ("T42", 18)];
const EARLY: Likely = &[("T08", 40), ("T09", 60), ("T10", 16), ("T32", 16), ("T39", 1)];
const PREPARING: Likely = &[
    ("T03", 70),
    ("T04", 82),
    ("T05", 74),
    ("T06", 68),
    ("T07", 40),
    ("T32", 58),
    ("T36", 56),
    ("T42", 32),
    ("T43", 28),
    ("T44", 16),
];
const HUB: Likely = &[("T02", 55), ("T12", 92), ("T13", 85), ("T14", 70), ("T25", 24), ("T29", 9), ("T33", 5), ("T40", 3)];
const ON_P0: Likely = &[("T16", 16), ("T27", 3), ("T41", 10), ("T45", 8)];
const ON_P1: Likely = &[("T17", 48), ("T18", 44), ("T19", 26), ("T11", 22), ("T26", 9), ("T41", 8), ("T24", 4)];
const ON_P2: Likely = &[("T20", 96), ("T37", 36), ("T38", 4)];
const ON_P3: Likely = &[("T21", 78), ("T22", 88), ("T15", 66), ("T23", 58), ("T24", 18), ("T30", 12), ("T34", 9), ("T37", 30)];

/// What usually keeps somebody who is ready.
const STICKING: [(Pathway, &[(u32, &str)]); 4] = [
    (Pathway::P0, &[(26, "T06"), (24, "T36"), (14, "T04"), (16, "T16"), (10, "T07"), (10, "T32")]),
    (Pathway::P1, &[(38, "T18"), (34, "T17"), (10, "T19"), (12, "T25"), (6, "T14")]),
    (Pathway::P2, &[(84, "T20"), (10, "T13"), (6, "T37")]),
    (Pathway::P3, &[(52, "T22"), (24, "T21"), (12, "T15"), (12, "T23")]),
];

/// In the order in which they are added, no kind before one that it comes after.
pub(super) fn choose<'a>(scene: &Scene<'a>, chance: &mut Chance) -> Vec<Choice<'a>> {
    let outlook = scene.outlook;
    let sticking = sticking(outlook, chance);
    let mut chosen: Vec<Choice<'a>> = Vec::new();
    for (likely, at) in phases(outlook) {
        for (code, percent) in likely {
            let is_sticking = sticking == Some(*code);
            let is_there = chosen.iter().any(|choice| choice.kind.code.as_str() == *code);
            if is_there || !(is_sticking || chance.percent(*percent)) {
                continue;
            }
            let Some(kind) = scene.kinds.iter().find(|kind| kind.code.as_str() == *code) else { continue };
            let added_at = calendar::in_daytime(at + chance.minutes(0, 150));
            chosen.push(Choice { kind, added_at, is_sticking });
        }
    }
    in_order(chosen, outlook)
}

fn sticking(outlook: &Outlook, chance: &mut Chance) -> Option<&'static str> {
    if !outlook.is_ready() {
        return None;
    }
    let pathway = outlook.pathway.unwrap_or(Pathway::P0);
    let (_, usual) = STICKING.iter().find(|(of, _)| *of == pathway)?;
    Some(chance.weighted(usual))
}

/// The phases that this patient has reached, each with its beginning.
fn phases(outlook: &Outlook) -> Vec<(Likely, DateTime<Utc>)> {
    let mut phases = vec![(ON_ARRIVAL, outlook.admitted_at + TimeDelta::minutes(25))];
    if outlook.days >= 1 {
        phases.push((EARLY, calendar::clock(outlook.admitted_on() + Days::new(1), 9, 40)));
    }
    if outlook.needs_hub() {
        phases.push((HUB, outlook.planned_at()));
    }
    let of_pathway = match outlook.pathway {
        Some(Pathway::P1) => Some(ON_P1),
        Some(Pathway::P2) => Some(ON_P2),
        Some(Pathway::P3) => Some(ON_P3),
        _ => None,
    };
    let is_near = outlook.stage != Stage::Unwell;
    phases.extend(of_pathway.filter(|_| is_near).map(|likely| (likely, outlook.planned_at() + TimeDelta::hours(3))));
    if is_near {
        let prepared_at = (outlook.planned_at() + TimeDelta::hours(2)).max(eve_of_leaving(outlook));
        phases.push((PREPARING, prepared_at));
        if outlook.pathway == Some(Pathway::P0) {
            phases.push((ON_P0, prepared_at));
        }
    }
    phases
}

/// Papers and medicines are begun two days before the expected date.
fn eve_of_leaving(outlook: &Outlook) -> DateTime<Utc> {
    let day = outlook.expected.unwrap_or_else(|| outlook.today());
    calendar::clock(day - Days::new(2), 9, 30)
}

fn in_order<'a>(mut chosen: Vec<Choice<'a>>, outlook: &Outlook) -> Vec<Choice<'a>> {
    chosen.retain(|choice| choice.added_at <= outlook.now);
    // Codes rise along every dependency, so one pass in their order moves each behind those before it.
    chosen.sort_by(|one, other| one.kind.code.cmp(&other.kind.code));
    for index in 0..chosen.len() {
        let (before, rest) = chosen.split_at_mut(index);
        let firsts = before.iter().filter(|first| rest[0].kind.after.contains(&first.kind.code));
        rest[0].added_at = firsts.map(|first| first.added_at).fold(rest[0].added_at, DateTime::max);
    }
    chosen.sort_by(|one, other| (one.added_at, &one.kind.code).cmp(&(other.added_at, &other.kind.code)));
    chosen
}
