//! What the program seldom calls. The build takes the functions out that `app/hydrate/seldom.txt` names, and leaves a stand-in
//! in the place of each.

use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

#[wasm_bindgen(raw_module = "./parts.js")]
extern "C" {
    #[wasm_bindgen(catch)]
    async fn fetch_seldom() -> Result<JsValue, JsValue>;
    fn fetch_seldom_now();
}

/// The part could not be fetched.
#[derive(Debug, Clone, Copy)]
pub struct Missing;

/// Done when the part is here.
pub async fn fetch() -> Result<(), Missing> {
    fetch_seldom().await.map(drop).map_err(|_| Missing)
}

/// What a stand-in calls where the part is not here yet.
#[wasm_bindgen]
pub fn seldom_is_needed() {
    fetch_seldom_now();
}
