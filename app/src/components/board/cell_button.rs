//! A cell that opens its question when it is tapped, for those who may answer it.

use domain::{Command, CriteriaToReside, DayColour, PathwayStage, Stay};
use leptos::prelude::*;

use crate::board::{Board, Panel, Row, Sheet};

#[component]
pub fn CellButton(row: Row, panel: Panel, label: &'static str, children: Children) -> impl IntoView {
    let board = Board::expect();
    let may = row.read(|state| may_ask(board, &state.shown.stay, panel));
    if !may {
        return view! { <div class="cell-plain">{children()}</div> }.into_any();
    }
    let name = row.read(|state| state.shown.stay.patient.name.to_string());
    view! {
        <button class="cell-button" type="button" on:click=move |_| board.sheet.set(Some(Sheet { stay: row.id, panel }))>
            <span class="said">{format!("{label} of {name}: ")}</span>
            {children()}
        </button>
    }
    .into_any()
}

fn may_ask(board: Board, stay: &Stay, panel: Panel) -> bool {
    let command = match panel {
        Panel::ExpectedDischarge => Command::SetExpectedDischarge { day: None },
        Panel::Day => {
            let day = stay.admitted_at.date_naive();
            Command::RecordDay { day, colour: DayColour::Green, words: String::new() }
        }
        Panel::Criteria => Command::ReviewCriteria { found: CriteriaToReside::NotMet, reviewed_at: stay.admitted_at },
        _ => Command::SetPathway { stage: PathwayStage::Proposed, pathway: None },
    };
    board.may_to(stay, &command)
}
