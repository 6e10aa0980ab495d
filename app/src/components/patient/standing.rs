//! How the patient stands on the way home, and what can be changed about it.

use domain::clinical_time;
use leptos::prelude::*;

use crate::{
    board::{Board, Panel, Row, Sheet},
    components::{
        CellButton, CriteriaStanding, DayStanding, DaysInHospital, DelayStanding, ExpectedDischarge, Icon, PathwayStanding,
    },
};

#[component]
pub fn Standing(row: Row) -> impl IntoView {
    let board = Board::expect();
    let (stay, sees_all) = (row.id, board.sees_whole_ward(&row.place.ward));
    let open = move |panel| move |_| board.sheet.set(Some(Sheet { stay, panel }));
    view! {
        <section class="standing" aria-label="On the way home">
            <StandingFact label="Days in hospital" clone:row>
                <DaysInHospital row=row.clone() />
            </StandingFact>
            <StandingFact label="Expected date of discharge" clone:row>
                <CellButton row=row.clone() panel=Panel::ExpectedDischarge label="Expected date of discharge" clone:row>
                    <ExpectedDischarge row=row.clone() />
                </CellButton>
            </StandingFact>
            <StandingFact label="Criteria to reside" clone:row>
                <CellButton row=row.clone() panel=Panel::Criteria label="Criteria to reside" clone:row>
                    <CriteriaStanding row=row.clone() />
                    <DelayStanding row=row.clone() />
                </CellButton>
            </StandingFact>
            <StandingFact label="Red or green today" clone:row>
                <CellButton row=row.clone() panel=Panel::Day label="Red or green day" clone:row>
                    <DayStanding row=row.clone() />
                </CellButton>
            </StandingFact>
            <StandingFact label="Pathway" clone:row>
                <CellButton row=row.clone() panel=Panel::Pathway label="Pathway" clone:row>
                    <PathwayStanding row=row.clone() />
                </CellButton>
            </StandingFact>
            <StandingFact label="Admitted" clone:row>
                <Admitted row=row.clone() />
            </StandingFact>
            {sees_all.then(|| view! { <WhatMatters row /> })}
            <div class="standing__actions">
                <button class="nhsuk-button nhsuk-button--secondary" type="button" on:click=open(Panel::Patient)>
                    <Icon name="more" />
                    "Update"
                </button>
            </div>
        </section>
    }
    .into_any()
}

#[component]
fn StandingFact(label: &'static str, children: Children) -> impl IntoView {
    view! {
        <div class="standing__fact">
            <h2 class="standing__label">{label}</h2>
            {children()}
        </div>
    }
}

#[component]
fn Admitted(row: Row) -> impl IntoView {
    let facts = move || {
        row.state.with(|state| {
            let stay = &state.shown.stay;
            let consultant = stay.consultant.clone().unwrap_or_else(|| "Consultant not recorded".to_owned());
            let admitted = clinical_time::date_time(stay.admitted_at);
            (admitted, stay.admitted_as.words(), consultant, stay.local_authority.clone(), stay.status.words())
        })
    };
    view! {
        {move || {
            let (admitted, admitted_as, consultant, local_authority, status) = facts();
            view! {
                <p class="standing__value">{admitted}</p>
                {admitted_as.map(|words| view! { <p class="standing__value">{words}</p> })}
                <p class="standing__value">{consultant}</p>
                {local_authority.map(|name| view! { <p class="standing__value">{format!("Local authority: {name}")}</p> })}
                <p class="standing__value">{status}</p>
            }
        }}
    }
}

#[component]
fn WhatMatters(row: Row) -> impl IntoView {
    let words =
        move || row.state.with(|state| state.shown.stay.what_matters.clone()).unwrap_or_else(|| "Not recorded".to_owned());
    view! {
        <div class="standing__fact standing__fact--words">
            <h2 class="standing__label">"What matters to me"</h2>
            <p class="standing__words">{words}</p>
        </div>
    }
}
