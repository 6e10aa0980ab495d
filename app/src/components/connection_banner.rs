//! "Not live since 14:32 · reconnecting": calm, and not to be missed (`domain.md` 5.1, hazard 2).

use domain::clinical_time;
use leptos::prelude::*;

use super::Icon;
use crate::connection::{Connection, Link};

#[component]
pub fn ConnectionBanner() -> impl IntoView {
    let link = Connection::expect().link;
    view! {
        <div class="connection-banner" role="status">
            {move || match link.get() {
                Link::NotLive { since } => {
                    Some(
                        view! {
                            <p class="connection-banner__words">
                                <Icon name="overdue" />
                                <strong>{format!("Not live since {}", clinical_time::time(since))}</strong>
                                " · reconnecting. What you see may have changed."
                            </p>
                        },
                    )
                }
                Link::AsRendered | Link::Live => None,
            }}
        </div>
    }
}
