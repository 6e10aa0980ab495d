//! The arrow keys go from patient to patient, except where they are needed to type or to choose.

use leptos::{ev, prelude::*};
use leptos_router::{NavigateOptions, hooks::use_navigate};
use wasm_bindgen::JsCast;

use super::Walk;
use crate::components::shortcuts::is_asked;

pub(super) fn listen(walk: Walk) {
    let navigate = use_navigate();
    Effect::new(move || {
        let (walk, navigate) = (walk.clone(), navigate.clone());
        let listener = window_event_listener(ev::keydown, move |event| {
            let step = match event.key().as_str() {
                "ArrowRight" => 1,
                "ArrowLeft" => -1,
                _ => return,
            };
            let has_modifier = event.alt_key() || event.ctrl_key() || event.meta_key() || event.shift_key();
            if has_modifier || is_typing(&event) || is_asked() {
                return;
            }
            if let Some(at) = untrack(|| walk.neighbour(step)) {
                navigate(&walk.href(&at), NavigateOptions::default());
            }
        });
        on_cleanup(move || listener.remove());
    });
}

fn is_typing(event: &ev::KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|element| matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT"))
}
