//! A patient's page: who, how they stand, what is still to be done, and everything that happened.

mod banner;
mod notes;
mod plan_for_home;
mod reviews;
mod standing;
mod tasks;
mod timeline;

use domain::{board::BoardRow, hospital::PatientRecord, sentence::Names};
use leptos::prelude::*;

pub use banner::PatientBanner;

use super::{Freshness, LiveRegion, QuestionsAnswered, Screen, SheetDialog};
use crate::{
    api::SignedIn,
    board::{Board, Row, Shows},
    live::keep_live,
};

#[component]
pub fn PatientView(signed_in: SignedIn, record: PatientRecord) -> impl IntoView {
    let PatientRecord { stay, entries, sequence, now } = record;
    let (id, place) = (stay.id, stay.place.clone());
    let ward = Names::ward(&signed_in.directory, &place.ward);
    // No name in the title: it would stay in the browser's history.
    let title = format!("Patient in {}, {ward}", place.in_words());
    let row = BoardRow::whole(stay);
    let board = Board::provide(Shows::Patient(id), vec![row], entries, now, signed_in.clone());
    keep_live(board, sequence);
    let sees_all = board.sees_whole_ward(&place.ward);
    board.row(id).map(|row| {
        view! {
            <Screen title signed_in is_wide=true>
                <PatientBanner row=row.clone() />
                <div class="back-link">
                    <a href=format!("/wards/{}", place.ward)>{format!("Back to {ward}")}</a>
                    <Freshness />
                    <plan_for_home::PrintPlan row=row.clone() />
                </div>
                <standing::Standing row=row.clone() />
                <tasks::Tasks row=row.clone() />
                <div class="patient">
                    <div class="patient__side">
                        {sees_all.then(|| view! { <Questions row=row.clone() /> })}
                        <notes::Notes row=row.clone() />
                        <reviews::Reviews row=row.clone() />
                    </div>
                    <timeline::Timeline row=row.clone() />
                </div>
                <plan_for_home::PlanOnPaper row />
                <LiveRegion />
                <SheetDialog />
            </Screen>
        }
    })
}

/// What the ward has told the patient, for those who work there. What matters to the patient stands above.
#[component]
fn Questions(row: Row) -> impl IntoView {
    view! {
        <section class="panel" aria-labelledby="questions-heading">
            <h2 class="panel__heading" id="questions-heading">
                "The patient's questions"
            </h2>
            <dl class="answers">
                <QuestionsAnswered row />
            </dl>
        </section>
    }
}
