//! The pathway at the furthest stage that has been recorded.

use domain::PathwayStage;
use leptos::prelude::*;

use crate::board::Row;

#[component]
pub fn PathwayStanding(row: Row) -> impl IntoView {
    let current = Memo::new(move |_| row.state.with(|state| state.shown.stay.pathways.current()));
    move || match current.get() {
        None => view! { <span class="pathway pathway--none">"Not set"</span> }.into_any(),
        Some((stage, pathway)) => {
            let stage: &'static str = match stage {
                PathwayStage::Proposed => "proposed",
                PathwayStage::Agreed => "agreed",
                PathwayStage::Actual => "actual",
            };
            view! {
                <span class="pathway" title=pathway.meaning()>
                    <strong class="pathway__short">{pathway.short()}</strong>
                    <span class="pathway__stage">{stage}</span>
                </span>
            }
            .into_any()
        }
    }
}
