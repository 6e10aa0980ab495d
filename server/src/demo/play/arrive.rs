//! Coming in, and moving from an assessment unit to a ward.

use domain::{Bed, Command, Problem, Stay, StayId, WardBoard, command::Admission};

use super::{Day, act::Deed};
use crate::demo::{people, wards::Tempo};

/// Somebody new in a free bed, where the ward keeps a couple more for the night.
pub(super) fn admit(day: &mut Day, board: &WardBoard) -> Vec<Deed> {
    let Some(ward) = day.wards.iter().find(|ward| ward.ward.code == board.ward.code) else { return vec![] };
    let free: Vec<&Bed> = free_beds(board).filter(|bed| !ward.keeps_free(bed)).collect();
    if free.is_empty() {
        return vec![];
    }
    let now = day.hospital.now();
    let patient = people::newcomer(ward.ages, now, &mut day.chance);
    let admission = Admission {
        local_authority: people::local_authority(patient.id),
        patient,
        place: ward.place(day.chance.one(&free)),
        admitted_at: now,
        consultant: day.staff.consultant(&ward.ward.code, &mut day.chance),
        specialty: Some(ward.specialty.to_owned()),
        expected_discharge: None,
        admitted_as: ward.admitted_as(),
    };
    let by = day.staff.nurse(&ward.ward.code, &mut day.chance);
    let stay: StayId = day.chance.id(now);
    vec![Deed { by, stay, command: Command::AdmitPatient(Box::new(admission)) }]
}

/// From a ward for short stays to one where there is a bed.
pub(super) async fn transfer(day: &mut Day, board: &WardBoard) -> Result<Vec<Deed>, Problem> {
    let is_quick = day.wards.iter().any(|ward| ward.ward.code == board.ward.code && ward.tempo == Tempo::Quick);
    let stays: Vec<&Stay> = board.rows.iter().map(|row| &row.stay).collect();
    if !is_quick || stays.is_empty() {
        return Ok(vec![]);
    }
    let stay = day.chance.pick(&stays).id;
    let others: Vec<usize> = (0..day.wards.len()).filter(|index| day.wards[*index].tempo != Tempo::Quick).collect();
    let ward = &day.wards[*day.chance.pick(&others)];
    let there = day.board(&ward.ward.code).await?;
    let Some(bed) = free_beds(&there).find(|bed| !ward.keeps_free(bed)) else { return Ok(vec![]) };
    let command = Command::MoveBed { to: ward.place(bed) };
    let by = day.staff.nurse(&board.ward.code, &mut day.chance);
    Ok(vec![Deed { by, stay, command }])
}

fn free_beds(board: &WardBoard) -> impl Iterator<Item = &Bed> {
    let is_taken = |bed: &Bed| board.rows.iter().any(|row| row.stay.place.bed.as_ref() == Some(&bed.name));
    board.ward.beds.iter().filter(move |bed| !is_taken(bed))
}
