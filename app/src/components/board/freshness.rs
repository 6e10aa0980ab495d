//! Whether what one sees is current, in words beside the heading.

use domain::clinical_time;
use leptos::prelude::*;

use crate::{board::Board, components::Icon, connection::Link};

#[component]
pub fn Freshness() -> impl IntoView {
    let board = Board::expect();
    let time = move || clinical_time::time(board.now.get());
    view! {
        <p class="freshness">
            {move || match board.connection.link.get() {
                Link::Live => {
                    view! {
                        <span class="freshness__live">
                            <Icon name="seven" />
                            "Live"
                        </span>
                        " "
                        {time}
                    }
                        .into_any()
                }
                Link::AsRendered => view! { "As at " {time} }.into_any(),
                Link::NotLive { .. } => view! { <strong>"Not live"</strong> }.into_any(),
            }}
        </p>
    }
}
