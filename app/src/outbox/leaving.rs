//! Whether the browser asks before the page is left, since something on it is not sent yet.

use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};

thread_local! {
    /// Any answer has the browser ask, in words of its own.
    static ASK: Closure<dyn FnMut() -> JsValue> = Closure::new(|| JsValue::TRUE);
}

pub fn is_asked_about() {
    ASK.with(|ask| window().set_onbeforeunload(Some(ask.as_ref().unchecked_ref())));
}

/// Nothing waits, or whoever leaves knows that it does.
pub fn is_free() {
    window().set_onbeforeunload(None);
}
