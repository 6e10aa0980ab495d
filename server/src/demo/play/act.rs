//! What somebody on a ward does next.

use std::sync::Arc;

use chrono::TimeDelta;
use domain::{Actor, Command, CriteriaToReside, NoteNumber, Problem, Stay, StayId, WardBoard, criteria::CriteriaStatus, london};

use super::{Day, arrive, go_home, task};
use crate::demo::{reviews, words};

/// One command by one person.
pub(super) struct Deed {
    pub by: Arc<Actor>,
    pub stay: StayId,
    pub command: Command,
}

#[derive(Debug, Clone, Copy)]
enum Kind {
    Task,
    Review,
    Discharge,
    Admission,
    Transfer,
    Note,
    ExpectedDate,
}

const KINDS: [(u32, Kind); 7] = [
    (60, Kind::Task),
    (14, Kind::Review),
    (8, Kind::Discharge),
    (7, Kind::Admission),
    (4, Kind::Transfer),
    (4, Kind::Note),
    (3, Kind::ExpectedDate),
];

/// Nothing where the ward has nobody for whom it could be done.
pub(super) async fn next(day: &mut Day, board: &WardBoard) -> Result<Vec<Deed>, Problem> {
    match day.chance.weighted(&KINDS) {
        Kind::Admission => Ok(arrive::admit(day, board)),
        Kind::Transfer => arrive::transfer(day, board).await,
        Kind::Discharge => Ok(go_home::discharge(day, board)),
        Kind::Task | Kind::Review | Kind::Note | Kind::ExpectedDate if board.rows.is_empty() => Ok(vec![]),
        Kind::Task => Ok(task::go_on(day, board)),
        Kind::Review => review(day, board).await,
        Kind::Note => note(day, board).await,
        Kind::ExpectedDate => Ok(expected_date(day, board)),
    }
}

/// Those not yet reviewed today come first. A few turn out ready, and get their medicines asked for.
async fn review(day: &mut Day, board: &WardBoard) -> Result<Vec<Deed>, Problem> {
    let now = day.hospital.now();
    let is_due = |stay: &&Stay| stay.reviews.last().is_none_or(|review| london::date(review.reviewed_at) < london::date(now));
    let due: Vec<&Stay> = board.rows.iter().map(|row| &row.stay).filter(is_due).collect();
    let is_first_today = !due.is_empty();
    let stays = if is_first_today { due } else { board.rows.iter().map(|row| &row.stay).collect() };
    let stay = *day.chance.pick(&stays);
    let was_ready = stay.criteria_status() == CriteriaStatus::NotMet;
    let turns = day.chance.percent(if was_ready { 4 } else { 18 });
    if !is_first_today && !turns {
        return Ok(vec![]);
    }
    let found =
        if was_ready == turns { CriteriaToReside::Met(reviews::reasons(&mut day.chance)) } else { CriteriaToReside::NotMet };
    let is_newly_ready = turns && !was_ready;
    let by = day.staff.doctor(&board.ward.code, &mut day.chance);
    let mut deeds = vec![Deed { by, stay: stay.id, command: Command::ReviewCriteria { found, reviewed_at: now } }];
    if is_newly_ready {
        deeds.extend(task::ask_for_medicines(day, board, stay.id).await?);
    }
    Ok(deeds)
}

async fn note(day: &mut Day, board: &WardBoard) -> Result<Vec<Deed>, Problem> {
    let stay = day.chance.pick(&board.rows).stay.id;
    let record = day.hospital.patient(&day.observer, stay).await?;
    let number: NoteNumber = record.stay.next_note_number();
    let (text, visibility) = words::note(&mut day.chance);
    let by = day.staff.nurse(&board.ward.code, &mut day.chance);
    Ok(vec![Deed { by, stay, command: Command::AddNote { note: number, text: text.to_owned(), visibility } }])
}

fn expected_date(day: &mut Day, board: &WardBoard) -> Vec<Deed> {
    let stay = &day.chance.pick(&board.rows).stay;
    let ahead = TimeDelta::days(day.chance.between(1, 5));
    let command = Command::SetExpectedDischarge { day: Some(london::date(day.hospital.now()) + ahead) };
    let by = day.staff.doctor(&board.ward.code, &mut day.chance);
    vec![Deed { by, stay: stay.id, command }]
}
