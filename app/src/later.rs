//! What the server has rendered is taken over piece by piece: a board hears a tap before the last of its rows is alive.
//!
//! To take over all rows in one go would hold up the browser for as long as the program itself takes to arrive. Instead the rows
//! wait for a turn, some at a time, and a row that somebody touches, or that something new is to be said in, does not wait.

#[cfg(feature = "ssr")]
mod rendered;
#[cfg(not(feature = "ssr"))]
mod taken_over;

use leptos::{
    tachys::{
        hydration::Cursor,
        renderer::CastFrom,
        view::{Position, PositionState},
    },
    web_sys::Element,
};

#[cfg(feature = "ssr")]
pub use rendered::{hear_touch, later};
#[cfg(not(feature = "ssr"))]
pub use taken_over::{hear_touch, later};

/// The element that stands next on the page which the server has rendered.
pub fn next_rendered(cursor: &Cursor, position: &PositionState) -> Element {
    match position.get() {
        Position::FirstChild => cursor.child(),
        Position::Current => {}
        _ => cursor.sibling(),
    }
    position.set(Position::NextChild);
    let Some(element) = Element::cast_from(cursor.current()) else {
        unreachable!("the server has rendered an element here");
    };
    element
}
