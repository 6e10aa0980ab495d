//! `/design`: the parts of the screens in all their states, side by side, for whoever works on them. A build for use has no
//! such page.

mod samples;

use domain::{Actor, Bed, Grant, Problem, TaskNumber, Ward, board::BoardRow};
use leptos::prelude::*;

use crate::{
    api::SignedIn,
    board::{Board, Row, Shows},
    components::{
        EmptyState, ErrorSummary, Icon, PatientBanner, ProblemScreen, Screen, TaskChip, Waiting, WardTable, icon_names,
    },
    pages::NotFoundPage,
    session::Session,
};

#[component]
pub fn DesignPage() -> impl IntoView {
    if !cfg!(debug_assertions) {
        return view! { <NotFoundPage /> }.into_any();
    }
    let session = Session::expect();
    view! {
        <Transition fallback=Waiting>
            {move || Suspend::new(async move {
                match session.alone().await {
                    Ok(signed_in) => view! { <Design signed_in /> }.into_any(),
                    Err(failure) => view! { <ProblemScreen failure /> }.into_any(),
                }
            })}
        </Transition>
    }
    .into_any()
}

#[component]
fn Design(signed_in: SignedIn) -> impl IntoView {
    let now = samples::now();
    // All that there is to do shows to one who may do it.
    let signed_in = SignedIn { actor: Actor { grants: vec![Grant::DischargeCoordinator], ..signed_in.actor }, ..signed_in };
    let ward = signed_in.directory.wards.first().map_or_else(samples::no_ward, |ward| ward.code.clone());
    let stays = samples::stays(now, &ward);
    let alive = stays.first().map(|stay| stay.id);
    let ward = Ward {
        code: ward,
        name: "Design Ward".to_owned(),
        specialty: None,
        site: None,
        beds: (1..=stays.len() + 1).map(|bed| Bed { bay: None, name: bed.to_string() }).collect(),
    };
    let rows = stays.into_iter().map(BoardRow::whole).collect();
    let board = Board::provide(Shows::Ward(ward), rows, Vec::new(), now, signed_in.clone());
    samples::stir(board);
    let rows = untrack(|| board.rows.get());
    let chips = rows.iter().map(|row| view! { <Chips row=row.clone() /> }).collect_view();
    view! {
        <Screen title="Design" signed_in is_wide=true>
            <h1 class="nhsuk-heading-l">"Design"</h1>
            <Part name="Board">
                <WardTable />
            </Part>
            <Part name="Tasks">
                <ul class="chips">{chips}</ul>
            </Part>
            <Part name="Patient banner">
                {alive.and_then(|stay| board.row(stay)).map(|row| view! { <PatientBanner row /> })}
                {board.row(samples::died()).map(|row| view! { <PatientBanner row /> })}
            </Part>
            <Part name="Buttons">
                <Buttons />
            </Part>
            <Part name="Messages">
                <Messages />
            </Part>
            <Part name="Icons">
                <ul class="choices">
                    {icon_names().map(|name| view! { <li><Icon name />" "{name}</li> }).collect_view()}
                </ul>
            </Part>
        </Screen>
    }
}

#[component]
fn Part(name: &'static str, children: Children) -> impl IntoView {
    view! {
        <section class="panel" aria-label=name>
            <h2 class="panel__heading">{name}</h2>
            {children()}
        </section>
    }
}

/// A chip for each task, finished ones too.
#[component]
fn Chips(row: Row) -> impl IntoView {
    let numbers: Vec<TaskNumber> = row.read(|state| state.shown.stay.tasks.iter().map(|task| task.number).collect());
    numbers
        .into_iter()
        .map(move |number| view! { <li class="chips__item"><TaskChip row=row.clone() number /></li> })
        .collect_view()
}

#[component]
fn Buttons() -> impl IntoView {
    view! {
        <p>
            <button class="nhsuk-button" type="button">"Main action"</button>
            " "
            <button class="nhsuk-button nhsuk-button--secondary" type="button">"Second action"</button>
            " "
            <button class="link-button" type="button">"An action in a line"</button>
        </p>
        <div class="choices">
            <button class="choice choice--first" type="button"><Icon name="done" />"Done"</button>
            <button class="choice" type="button"><Icon name="waiting" />"Waiting on…"</button>
        </div>
    }
}

#[component]
fn Messages() -> impl IntoView {
    view! {
        <ErrorSummary message=Problem::invalid("\u{201c}31-Feb-2026\u{201d}: there is no such day.").to_string() />
        <EmptyState words="No patients" hint="A ward's list brings them in." />
        <Waiting />
    }
}
