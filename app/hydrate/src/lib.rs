//! What the browser runs first: it takes over the page that the server rendered.

use leptos::{mount::hydrate_body, prelude::window, task::spawn_local};
use wasm_bindgen::prelude::wasm_bindgen;

/// Called once by the page's own script, as soon as this module has loaded. Done when the page is alive; until then it works as
/// the server rendered it.
#[wasm_bindgen]
pub async fn hydrate() {
    console_error_panic_hook::set_once();
    let location = window().location();
    app::fetch_for(&location.pathname().unwrap_or_default(), &location.search().unwrap_or_default()).await;
    hydrate_body(app::App);
    spawn_local(app::fetch_rest());
}
