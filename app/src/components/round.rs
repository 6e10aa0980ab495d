//! The board round: one patient at a time, by touch or by keyboard, and at the end who must do what by when.

mod keys;
mod part;
mod progress;
mod rail;
mod round_patient;
mod steps_by_team;

use domain::{StayId, WardCode};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::{EmptyState, Freshness, LeftPatients, LiveRegion, Screen, SheetDialog};
use crate::{
    api::SignedIn,
    board::{Board, Row, Slot, focus_if_lost},
};
use keys::listen;
use progress::Progress;
use rail::Rail;
use round_patient::RoundPatient;
use steps_by_team::StepsByTeam;

/// Where the round stands.
#[derive(Debug, Clone, PartialEq, Eq)]
enum At {
    Patient(StayId),
    End,
}

/// The steps of the round, and the one that the address asks for.
#[derive(Clone)]
struct Walk {
    ward: WardCode,
    board: Board,
    at: Memo<At>,
}

impl Walk {
    fn of(ward: WardCode, board: Board) -> Self {
        let query = use_query_map();
        // Whoever comes to an earlier bed meanwhile does not take the place of the patient who is talked about.
        let first = untrack(|| rows(board)).first().map_or(At::End, |row| At::Patient(row.id));
        let at = Memo::new(move |_| match query.with(|query| query.get("at")).as_deref() {
            None => first.clone(),
            Some("end") => At::End,
            Some(stay) => stay.parse().map_or_else(|_| first.clone(), At::Patient),
        });
        Self { ward, board, at }
    }

    fn href(&self, at: &At) -> String {
        match at {
            At::Patient(stay) => format!("/wards/{}/round?at={stay}", self.ward),
            At::End => format!("/wards/{}/round?at=end", self.ward),
        }
    }

    fn neighbour(&self, step: isize) -> Option<At> {
        let rows = rows(self.board);
        let here = match self.at.get() {
            At::Patient(stay) => rows.iter().position(|row| row.id == stay)?,
            At::End => rows.len(),
        };
        let there = here.checked_add_signed(step)?;
        (there <= rows.len()).then(|| rows.get(there).map_or(At::End, |row| At::Patient(row.id)))
    }
}

/// In the order in which the ward is walked.
fn rows(board: Board) -> Vec<Row> {
    let patient = |slot| if let Slot::Patient(row) = slot { Some(row) } else { None };
    board.slots().into_iter().filter_map(patient).collect()
}

#[component]
pub fn RoundScreen(name: String, ward: WardCode, signed_in: SignedIn) -> impl IntoView {
    let board = Board::expect();
    let walk = Walk::of(ward.clone(), board);
    listen(walk.clone());
    follow_with_focus(walk.at);
    let here = walk.clone();
    view! {
        <Screen title=format!("Board round, {name}") signed_in is_wide=true>
            <div class="round__head">
                <h1 class="board-head__ward">{format!("Board round, {name}")}</h1>
                <Freshness />
                <Progress />
                <a class="round__back" href=format!("/wards/{ward}")>
                    "Back to the board"
                </a>
            </div>
            <LeftPatients />
            <div class="round">
                <Rail walk=walk.clone() />
                {move || {
                    match here.at.get() {
                        At::End => view! { <StepsByTeam walk=here.clone() /> }.into_any(),
                        At::Patient(stay) => patient(&here, stay),
                    }
                }}
            </div>
            <LiveRegion />
            <SheetDialog />
        </Screen>
    }
    .into_any()
}

/// The way to the next patient goes with the patient before: the focus, and who hears the screen, go to who comes.
fn follow_with_focus(at: Memo<At>) {
    Effect::new(move |before: Option<At>| {
        let now = at.get();
        if before.is_some_and(|before| before != now) {
            focus_if_lost(".round-patient__name, .round-end__heading");
        }
        now
    });
}

fn patient(walk: &Walk, stay: StayId) -> AnyView {
    match walk.board.row(stay) {
        Some(row) => view! { <RoundPatient row walk=walk.clone() /> }.into_any(),
        None => {
            view! { <EmptyState words="This patient is no longer on the ward" hint="Choose another from the list." /> }.into_any()
        }
    }
}
