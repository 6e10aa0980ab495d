//! Loading the page itself anew, where what it was made for no longer holds.

use leptos::prelude::*;

use super::Board;
use crate::outbox::{device, leaving};

/// Where one types or ticks something that is not asked for yet.
const FIELDS: &str = "input, textarea, select";

/// Why, the weightiest last. Kept for as long as the page is, whatever it shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Renewal {
    /// The server is of another build by now. What is shown is current all the same.
    NewBuild,
    /// The server says what this page can't read, or the person has another role than it was made for: it is not live.
    Overdue,
}

impl Board {
    /// Has the page loaded anew when nobody is at it.
    pub fn needs_renewal(self, why: Renewal) {
        self.connection.renewal.update_value(|renewal| *renewal = (*renewal).max(Some(why)));
        if !self.is_page_good() {
            self.fall_behind();
        }
    }

    /// To be called when the server has just spoken: without it the page would be lost. At most once a minute: to load a page
    /// counts as a touch.
    pub fn renew_at_rest(self) {
        if self.connection.renewal.get_value().is_some() && self.is_left_alone() {
            self.rest.update_value(|rest| rest.stir(device::milliseconds()));
            load_page_anew();
        }
    }

    pub(super) fn is_page_good(self) -> bool {
        self.connection.renewal.get_value() != Some(Renewal::Overdue)
    }

    /// Whether nothing would be lost with the page: nobody has touched it for a minute, no question is open and no answer waits.
    fn is_left_alone(self) -> bool {
        !self.rest.get_value().is_somebody_here(device::milliseconds())
            && self.sheet.get_untracked().is_none()
            && self.connection.notices.with_untracked(Vec::is_empty)
            && self.connection.outbox.count() == 0
            && !is_in_field()
    }
}

/// What may be shown, the server decides. What is not sent yet the device keeps for the page that comes.
pub fn load_page_anew() {
    leaving::is_free();
    drop(window().location().reload());
}

fn is_in_field() -> bool {
    document().active_element().is_some_and(|active| active.matches(FIELDS).unwrap_or(false))
}
