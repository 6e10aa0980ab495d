//! The discharge pathway at one of its three stages. Where it brings tasks along, they are looked through first.

use domain::{Command, Pathway, PathwayStage};
use leptos::prelude::*;
use strum::IntoEnumIterator;

use super::{
    asking::Asking,
    choice::{Choice, ClearButton, Radios},
    pathway_tasks::difference,
};
use crate::board::{Panel, Row};

#[component]
pub fn SetPathway(row: Row, asking: Asking) -> impl IntoView {
    let pathways = row.read(|state| state.shown.stay.pathways);
    let next = if pathways.proposed.is_none() { PathwayStage::Proposed } else { PathwayStage::Agreed };
    let stage = RwSignal::new(name(next).to_owned());
    let chosen = Memo::new(move |_| stage.with(|stage| PathwayStage::iter().find(|one| name(*one) == stage)).unwrap_or(next));
    let current = Memo::new(move |_| row.state.with(|state| state.shown.stay.pathways.at(chosen.get())));
    let set = move |pathway: Option<Pathway>| {
        let stage = chosen.get_untracked();
        // At discharge there is nothing left to prepare.
        let planned = pathway.filter(|_| stage != PathwayStage::Actual);
        match planned.filter(|pathway| difference(asking, *pathway).is_some()) {
            Some(pathway) => asking.go_to(Panel::PathwayTasks(stage, pathway)),
            None => asking.ask(Command::SetPathway { stage, pathway }),
        }
    };
    let stages = PathwayStage::iter().map(|stage| {
        let now = pathways.at(stage).map_or("not set", Pathway::short);
        (name(stage).to_owned(), format!("{} (now {now})", words(stage)))
    });
    view! {
        <Radios name="stage" legend="Stage" options=stages.collect() chosen=stage />
        <div class="choices">
            {Pathway::iter()
                .map(|pathway| {
                    let is_current = Signal::derive(move || current.get() == Some(pathway));
                    view! {
                        <Choice words=pathway.short() hint=pathway.meaning() is_current on_choose=move || set(Some(pathway)) />
                    }
                })
                .collect_view()}
        </div>
        <Show when=move || current.get().is_some()>
            <ClearButton words="Clear it" on_clear=move || set(None) />
        </Show>
    }
}

fn name(stage: PathwayStage) -> &'static str {
    stage.into()
}

fn words(stage: PathwayStage) -> &'static str {
    match stage {
        PathwayStage::Proposed => "Proposed by the ward",
        PathwayStage::Agreed => "Agreed by the care transfer hub",
        PathwayStage::Actual => "Actual, at discharge",
    }
}
