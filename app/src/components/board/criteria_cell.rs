//! Criteria to reside: the last review, its age, and since when the patient is ready.

use domain::criteria::{self, CriteriaStatus};
use leptos::prelude::*;

use crate::{
    board::Row,
    components::{Icon, Tag},
};

#[derive(Clone, PartialEq)]
struct Standing {
    status: CriteriaStatus,
    ready: Option<String>,
    age: Option<String>,
    is_stale: bool,
}

#[component]
pub fn CriteriaStanding(row: Row) -> impl IntoView {
    let standing = Memo::new(move |_| {
        let now = row.now.get();
        row.state.with(|state| {
            let stay = &state.shown.stay;
            Standing {
                status: stay.criteria_status(),
                ready: stay.ready_in_words(now),
                age: criteria::review_age_in_words(&stay.reviews, now),
                is_stale: criteria::is_stale(&stay.reviews, now),
            }
        })
    });
    move || {
        let Standing { status, ready, age, is_stale } = standing.get();
        let (colour, icon) = match status {
            CriteriaStatus::Met => ("blue", "meets"),
            CriteriaStatus::NotMet => ("yellow", "home"),
            CriteriaStatus::NotReviewed => ("grey", "stale"),
        };
        view! {
            <Tag colour words=status.words() icon />
            {ready.map(|ready| view! { <strong class="criteria__ready">{ready}</strong> })}
            {age
                .map(|age| {
                    view! {
                        <span class="criteria__age" class:criteria__age--stale=is_stale>
                            {is_stale.then(|| view! { <Icon name="stale" /> })}
                            {age}
                        </span>
                    }
                })}
        }
    }
}
