//! A panel that folds out over the board, one at a time. A choice in it, the Escape key and a tap beside it fold it again.

use leptos::{
    ev::{self, FocusEvent, MouseEvent},
    html,
    prelude::*,
};
use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

use crate::components::Icon;

/// Without the program its button folds it in and out, and so does a tap beside it, which meets the button (`fold-out.css`).
#[component]
pub fn FoldOut(icon: &'static str, words: &'static str, children: Children) -> impl IntoView {
    let (details, button) = (NodeRef::<html::Details>::new(), NodeRef::<html::Summary>::new());
    let fold = move || {
        let open = details.get_untracked().filter(|details| details.has_attribute("open"));
        if let Some((details, button)) = open.zip(button.get_untracked()) {
            drop(details.remove_attribute("open"));
            drop(button.focus());
        }
    };
    Effect::new(move || {
        let hearing = window_event_listener(ev::keydown, move |event| {
            if event.key() == "Escape" {
                fold();
            }
        });
        on_cleanup(move || hearing.remove());
    });
    // What was chosen shows in the notice below, which the panel would cover.
    let choose = move |event: MouseEvent| {
        if is_in_link(&event) {
            fold();
        }
    };
    // Whoever goes on by keyboard sees where they are.
    let leave = move |event: FocusEvent| {
        if let Some(details) = details.get_untracked().filter(|details| goes_out(&event, details)) {
            drop(details.remove_attribute("open"));
        }
    };
    view! {
        <details class="fold-out" name="fold-out" node_ref=details on:click=choose on:focusout=leave>
            <summary class="fold-out__button" node_ref=button>
                <Icon name=icon />
                {words}
            </summary>
            {children()}
        </details>
    }
    .into_any()
}

fn is_in_link(event: &MouseEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.closest("a").is_ok_and(|link| link.is_some()))
}

/// Whether something else on the page gets the focus.
fn goes_out(event: &FocusEvent, details: &Node) -> bool {
    let next = event.related_target().and_then(|next| next.dyn_into::<Node>().ok());
    next.is_some_and(|next| !details.contains(Some(&next)))
}
