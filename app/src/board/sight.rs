//! What of the board can be seen: asked of the browser, for marked rows alone.

use domain::StayId;
use js_sys::{Function, Reflect};
use leptos::{prelude::document, web_sys};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

/// Distances from the top of the window, in pixels.
#[derive(Debug, Clone, Copy)]
struct Edges {
    top: f64,
    bottom: f64,
}

/// The name of a patient's row in the page.
pub fn row_id(stay: StayId) -> String {
    format!("row-{stay}")
}

pub fn row_element(stay: StayId) -> Option<Element> {
    document().get_element_by_id(&row_id(stay))
}

/// Whether half of the row is in view, or of the window where the row is taller.
pub fn is_in_view(stay: StayId) -> bool {
    let row = row_element(stay).as_ref().and_then(edges);
    row.zip(window_onto_board()).is_some_and(|(row, window)| shows(row, window))
}

/// Whether the page itself is: not in the background, not behind a lock.
pub fn is_page_visible() -> bool {
    !document().hidden()
}

fn shows(row: Edges, window: Edges) -> bool {
    let seen = row.bottom.min(window.bottom) - row.top.max(window.top);
    seen > 0.0 && seen >= (row.bottom - row.top).min(window.bottom - window.top) / 2.0
}

/// The part of the window in which rows show: below the headings, inside the scroller.
fn window_onto_board() -> Option<Edges> {
    let height = web_sys::window()?.inner_height().ok()?.as_f64()?;
    let of = |selector| edges(&document().query_selector(selector).ok()??);
    let (scroller, headings) = (of(".board-scroller")?, of(".board thead")?);
    Some(Edges { top: scroller.top.max(headings.bottom).max(0.0), bottom: scroller.bottom.min(height) })
}

/// As `getBoundingClientRect` has them.
fn edges(element: &Element) -> Option<Edges> {
    let measure: Function = Reflect::get(element, &JsValue::from_str("getBoundingClientRect")).ok()?.dyn_into().ok()?;
    let found = measure.call0(element).ok()?;
    let edge = |name: &str| Reflect::get(&found, &JsValue::from_str(name)).ok()?.as_f64();
    Some(Edges { top: edge("top")?, bottom: edge("bottom")? })
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case(100.0, 200.0, true)]
    #[case(50.0, 150.0, true)]
    #[case(49.0, 149.0, false)]
    #[case(500.0, 600.0, false)]
    #[case(0.0, 900.0, true)]
    fn half_a_row_is_in_view(#[case] top: f64, #[case] bottom: f64, #[case] is_seen: bool) {
        assert_eq!(shows(Edges { top, bottom }, Edges { top: 100.0, bottom: 500.0 }), is_seen);
    }
}
