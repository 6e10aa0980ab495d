//! Which of our keys was pressed, and where the keyboard is led.

use leptos::{prelude::*, web_sys};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

use crate::components::search::FIELD;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pressed {
    Search,
    ShowList,
}

/// Where a key is a character of what somebody types or chooses.
const TYPING: &str = "input:not([type=checkbox], [type=radio]), textarea, select";

impl Pressed {
    /// `None` for a key that is not ours, or not now: while somebody types, and while a question is open.
    pub(super) fn read(event: &KeyboardEvent) -> Option<Self> {
        let pressed = match event.key().as_str() {
            "/" => Self::Search,
            "?" => Self::ShowList,
            _ => return None,
        };
        let is_typing = event
            .target()
            .is_some_and(|target| target.dyn_ref::<Element>().is_some_and(|element| element.matches(TYPING).unwrap_or_default()));
        let is_command = event.ctrl_key() || event.meta_key() || event.alt_key();
        (!is_typing && !is_asked() && !is_command).then_some(pressed)
    }
}

/// Whether something stands over the page that has to be answered or closed first.
pub fn is_asked() -> bool {
    document().query_selector("dialog[open]").is_ok_and(|dialog| dialog.is_some())
}

pub(super) fn go_to_search() {
    let field = document().get_element_by_id(FIELD);
    if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
        drop(field.focus());
    }
}
