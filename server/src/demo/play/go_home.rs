//! Going home: whoever is ready with the least left to do.

use domain::{Command, Pathway, PathwayStage, Stay, WardBoard, criteria::CriteriaStatus, stay::Destination};

use super::{Day, act::Deed, task};

/// The discharge itself, or the next step of what still stands in its way.
pub(super) fn discharge(day: &mut Day, board: &WardBoard) -> Vec<Deed> {
    let ready = board.rows.iter().map(|row| &row.stay).filter(|stay| stay.criteria_status() == CriteriaStatus::NotMet);
    let Some(stay) = ready.min_by_key(|stay| (blocking(stay), stay.id)) else { return vec![] };
    if blocking(stay) > 0 {
        return task::of_stay(day, board, stay);
    }
    let pathway = stay.pathways.current().map_or(Pathway::P0, |(_, pathway)| pathway);
    let to = match pathway {
        Pathway::P0 => Destination::HomeWithoutSupport,
        Pathway::P1 => Destination::HomeWithSupport,
        Pathway::P2 => Destination::ShortTermBed,
        Pathway::P3 => Destination::NewCareHome,
    };
    let by = day.staff.nurse(&board.ward.code, &mut day.chance);
    let actual = Command::SetPathway { stage: PathwayStage::Actual, pathway: Some(pathway) };
    let leave = Command::DischargePatient { at: day.hospital.now(), to };
    [actual, leave].into_iter().map(|command| Deed { by: by.clone(), stay: stay.id, command }).collect()
}

fn blocking(stay: &Stay) -> usize {
    stay.open_tasks().filter(|task| task.blocking).count()
}
