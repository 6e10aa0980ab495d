//! Keeps the focus where the work is when rows move or leave.

use domain::StayId;
use leptos::{
    prelude::{document, request_animation_frame},
    web_sys,
};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::sight::{row_element, row_id};

/// The control in a row that has the focus.
pub struct Focus {
    control: HtmlElement,
    row_id: String,
    /// The cell's class: the same in every row.
    cell: String,
}

impl Focus {
    /// `None` where the focus is in no row.
    pub fn here() -> Option<Self> {
        let control: HtmlElement = document().active_element()?.dyn_into().ok()?;
        let row_id = control.closest(".board__row").ok()??.id();
        let cell = cell_class(&control)?;
        Some(Self { control, row_id, cell })
    }

    pub fn is_in(&self, stay: StayId) -> bool {
        self.row_id == row_id(stay)
    }

    /// Once the rows stand: puts it back on the same control, or else into the same cell of the first neighbour that has
    /// one, or on the line that tells who left.
    pub fn keep(self, neighbours: Vec<StayId>) {
        request_animation_frame(move || {
            if !is_lost() {
                return;
            }
            let to = if self.control.is_connected() { Some(self.control) } else { instead(&self.cell, &neighbours) };
            if let Some(to) = to {
                drop(to.focus());
            }
        });
    }
}

/// What gives its focus to a question, and has it back afterwards.
pub struct Opener {
    control: HtmlElement,
    /// From the nearest outwards.
    stands_in: Vec<Element>,
}

impl Opener {
    pub fn here() -> Option<Self> {
        let control: HtmlElement = document().active_element()?.dyn_into().ok()?;
        let stands_in = std::iter::successors(control.parent_element(), |around| around.parent_element()).collect();
        Some(Self { control, stands_in })
    }

    /// A task that is done takes its button along: then the first control of the nearest that still stands has the focus.
    pub fn take_focus(self) {
        if self.control.is_connected() {
            drop(self.control.focus());
        }
        request_animation_frame(move || {
            let mut left = self.stands_in.iter().filter(|around| is_lost() && around.is_connected());
            if let Some(control) = left.find_map(|around| first(around, "a[href], button:not([disabled])")) {
                drop(control.focus());
            }
        });
    }
}

/// Gives the focus to what the selector names, where it was lost.
pub fn focus_if_lost(selector: &'static str) {
    request_animation_frame(move || {
        let to = is_lost().then(|| document().query_selector(selector).ok()??.dyn_into::<HtmlElement>().ok());
        if let Some(to) = to.flatten() {
            drop(to.focus());
        }
    });
}

/// "board__cell--edd": the class that the cells of a column share with its heading.
pub fn cell_class(control: &Element) -> Option<String> {
    let cell = control.closest(".board__cell").ok()??.class_name();
    cell.split(' ').find(|class| class.starts_with("board__cell--")).map(str::to_owned)
}

/// Whether the focus is in what the selector names.
pub fn has_focus(selector: &str) -> bool {
    document().active_element().is_some_and(|active| active.closest(selector).is_ok_and(|found| found.is_some()))
}

/// Changes what stands on the page, and gives the focus back to the control that lost it by that.
pub fn keep_focus(change: impl FnOnce()) {
    let control = document().active_element().and_then(|active| active.dyn_into::<HtmlElement>().ok());
    change();
    request_animation_frame(move || {
        if let Some(control) = control.filter(|control| is_lost() && control.is_connected()) {
            drop(control.focus());
        }
    });
}

/// A control that goes away, or is put elsewhere, leaves the focus with the page.
fn is_lost() -> bool {
    document().active_element().is_none_or(|active| active.tag_name() == "BODY")
}

fn instead(cell: &str, neighbours: &[StayId]) -> Option<HtmlElement> {
    let rows = neighbours.iter().filter_map(|stay| row_element(*stay));
    let in_row =
        rows.into_iter().find_map(|row| first(&row, &format!(".{cell} :is(a, button)")).or_else(|| first(&row, "a, button")));
    in_row.or_else(|| document().query_selector(".left-patients button").ok()??.dyn_into().ok())
}

fn first(row: &Element, selector: &str) -> Option<HtmlElement> {
    row.query_selector(selector).ok()??.dyn_into().ok()
}
