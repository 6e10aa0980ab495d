//! When the list may move: rows never jump under a finger (`domain.md` 5.1, hazard 1). Time is passed in, in milliseconds.

/// How long after the last touch, key or scroll the list may move.
const QUIET: f64 = 1_500.0;
/// The focus holds its row for this long: somebody who works by keyboard is there, a focus that was left behind isn't.
const FOCUS_HOLDS: f64 = 5_000.0;
/// A finger of which nothing more is heard for this long has gone: a browser may keep its lifting to itself.
const DOWN_AT_MOST: f64 = 30_000.0;
/// A scroll goes on with a touch, a turn of the wheel, a key or another scroll for this long.
const SCROLLS_ON: f64 = 1_000.0;
/// A screen that nobody has touched for this long may lie there alone.
const SOMEBODY_FOR: f64 = 60_000.0;

#[derive(Debug, Clone, Copy, Default)]
pub struct Rest {
    is_down: bool,
    stirred_at: Option<f64>,
}

/// What else speaks against a move.
#[derive(Debug, Clone, Copy, Default)]
pub struct Holds {
    /// A question is open over the board.
    pub by_sheet: bool,
    /// The focus is in a row that would move or leave.
    pub by_focus: bool,
}

impl Rest {
    /// A finger, or the mouse's button, goes down or moves while it is.
    pub fn press(&mut self, now: f64) {
        *self = Self { is_down: true, stirred_at: Some(now) };
    }

    pub fn lift(&mut self, now: f64) {
        *self = Self { is_down: false, stirred_at: Some(now) };
    }

    /// A key, or a turn of the wheel.
    pub fn stir(&mut self, now: f64) {
        self.stirred_at = Some(now);
    }

    /// One that nobody has begun is the page's own: something under the list has left its room.
    pub fn scroll(&mut self, now: f64) {
        if self.is_down || self.is_within(SCROLLS_ON, now) {
            self.stir(now);
        }
    }

    pub fn allows_move(self, now: f64, holds: Holds) -> bool {
        let is_down = self.is_down && self.is_within(DOWN_AT_MOST, now);
        let is_held = holds.by_sheet || (holds.by_focus && self.is_within(FOCUS_HOLDS, now));
        !is_down && !is_held && !self.is_within(QUIET, now)
    }

    /// Whether somebody is likely to see what is shown.
    pub fn is_somebody_here(self, now: f64) -> bool {
        self.is_within(SOMEBODY_FOR, now)
    }

    /// Either way round: a device's clock may be set back.
    fn is_within(self, span: f64, now: f64) -> bool {
        self.stirred_at.is_some_and(|then| (now - then).abs() < span)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOTHING: Holds = Holds { by_sheet: false, by_focus: false };

    fn stirred(at: f64) -> Rest {
        Rest { is_down: false, stirred_at: Some(at) }
    }

    #[test]
    fn an_untouched_list_moves_at_once() {
        assert!(Rest::default().allows_move(0.0, NOTHING));
        assert!(!Rest::default().is_somebody_here(0.0));
    }

    #[test]
    fn a_finger_holds_it_until_a_while_after_it_is_lifted() {
        let mut rest = Rest::default();
        rest.press(1_000.0);
        assert!(!rest.allows_move(9_000.0, NOTHING));
        rest.lift(9_000.0);
        assert!(!rest.allows_move(10_499.0, NOTHING));
        assert!(rest.allows_move(10_500.0, NOTHING));
    }

    #[test]
    fn a_scroll_with_the_finger_down_keeps_it_down() {
        let mut rest = Rest::default();
        rest.press(0.0);
        rest.scroll(5_000.0);
        assert!(!rest.allows_move(9_000.0, NOTHING));
    }

    #[test]
    fn a_scroll_goes_on_with_what_somebody_began() {
        let mut rest = stirred(0.0);
        rest.scroll(900.0);
        rest.scroll(1_800.0);
        assert!(!rest.allows_move(3_299.0, NOTHING));
        rest.scroll(3_300.0);
        assert!(rest.allows_move(3_300.0, NOTHING), "nobody began this one");
    }

    #[test]
    fn a_finger_whose_lifting_was_lost_holds_it_half_a_minute() {
        let mut rest = Rest::default();
        rest.press(0.0);
        assert!(!rest.allows_move(29_999.0, NOTHING));
        assert!(rest.allows_move(30_000.0, NOTHING));
    }

    #[test]
    fn an_open_question_holds_it_for_as_long_as_it_takes() {
        assert!(!stirred(0.0).allows_move(600_000.0, Holds { by_sheet: true, by_focus: false }));
    }

    #[test]
    fn the_focus_holds_its_row_for_a_few_seconds() {
        let holds = Holds { by_sheet: false, by_focus: true };
        assert!(!stirred(0.0).allows_move(4_999.0, holds));
        assert!(stirred(0.0).allows_move(5_000.0, holds));
    }

    #[test]
    fn a_clock_that_is_set_back_holds_nothing_for_ever() {
        assert!(stirred(90_000.0).allows_move(10_000.0, NOTHING));
    }

    #[test]
    fn a_minute_without_a_touch_is_nobody() {
        assert!(stirred(0.0).is_somebody_here(59_999.0));
        assert!(!stirred(0.0).is_somebody_here(60_000.0));
    }
}
