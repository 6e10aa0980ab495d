//! A patient's page: who, how they stand, what is still to be done, and everything that happened.

mod banner;
mod notes;
mod reviews;
mod standing;
mod tasks;
mod timeline;

use domain::{board::BoardRow, hospital::PatientRecord, sentence::Names};
use leptos::prelude::*;

use super::{Freshness, LiveRegion, Screen, SheetDialog};
use crate::{
    api::SignedIn,
    board::{Board, Shows},
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
    board.row(id).map(|row| {
        view! {
            <Screen title signed_in is_wide=true>
                <banner::PatientBanner row=row.clone() />
                <div class="back-link">
                    <a href=format!("/wards/{}", place.ward)>{format!("Back to {ward}")}</a>
                    <Freshness />
                </div>
                <standing::Standing row=row.clone() />
                <div class="patient">
                    <div class="patient__main">
                        <tasks::Tasks row=row.clone() />
                        <notes::Notes row=row.clone() />
                    </div>
                    <div class="patient__side">
                        <reviews::Reviews row=row.clone() />
                        <timeline::Timeline row />
                    </div>
                </div>
                <LiveRegion />
                <SheetDialog />
            </Screen>
        }
    })
}
