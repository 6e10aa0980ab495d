//! Whether this device uses the keys. It is said once, and holds for everybody at the device.

use js_sys::Reflect;
use wasm_bindgen::JsValue;

const NAME: &str = "homeward.shortcuts";

pub(super) fn are_on() -> bool {
    let said = storage().and_then(|storage| Reflect::get(&storage, &NAME.into()).ok());
    said.and_then(|said| said.as_string()).is_none_or(|said| said != "off")
}

pub(super) fn keep(are_on: bool) {
    if let Some(storage) = storage() {
        // A browser that keeps nothing asks again on the next page.
        let _ = Reflect::set(&storage, &NAME.into(), &if are_on { "on" } else { "off" }.into());
    }
}

fn storage() -> Option<JsValue> {
    Reflect::get(&js_sys::global(), &"localStorage".into()).ok().filter(JsValue::is_object)
}
