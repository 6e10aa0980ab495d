//! How far the screen has heard, and what it still lacks to be current: single rows, or everything. Time is passed in, in
//! milliseconds by the device's clock.

use std::collections::BTreeMap;

use domain::{Frame, StayId};

/// More frames than this are not held back: an answer that contains them has to be waited for.
const HOLDS: usize = 2_000;

#[derive(Debug, Default)]
pub struct CatchUp {
    /// The number of the last entry of the log that was heard of.
    heard: i64,
    /// All rows contain the log up to here: what is heard of it once more is old.
    contained: i64,
    everything: Option<Everything>,
    /// The rows that are asked for, with the position that each has to come to.
    rows: BTreeMap<StayId, u32>,
    /// Since when something is lacking.
    since: Option<f64>,
}

/// Everything is asked for. What is heard meanwhile is said after the answer, which may have been on its way for longer: said
/// before, who has left would come back with it, and who has come would go.
#[derive(Debug)]
struct Everything {
    /// The answer has to contain the log up to here.
    from: i64,
    held: Vec<(i64, Frame)>,
}

impl CatchUp {
    /// Of a page that contains the log up to `sequence`.
    pub fn after(sequence: i64) -> Self {
        Self { heard: sequence, contained: sequence, ..Self::default() }
    }

    pub fn heard(&self) -> i64 {
        self.heard
    }

    /// Takes note of a frame. It comes back where it is to be said now.
    pub fn hear(&mut self, number: i64, frame: Frame) -> Option<Frame> {
        self.heard = number;
        match frame {
            Frame::Entry { .. } | Frame::Row { .. } | Frame::Gone { .. } => self.hold(number, frame),
            Frame::Reload => {
                self.start_at(number);
                Some(frame)
            }
            Frame::NewRole | Frame::NewBuild | Frame::Beat { .. } => Some(frame),
        }
    }

    /// Everything has to be asked for. `true` where nobody does yet.
    pub fn lacks_everything(&mut self, now: f64) -> bool {
        self.since.get_or_insert(now);
        if self.everything.is_some() {
            return false;
        }
        self.everything = Some(Everything { from: self.heard, held: Vec::new() });
        true
    }

    /// Everything has come, as it was after entry `sequence`. What is to be said after it; `None` where that is older than what
    /// was said already, and has to be asked for again.
    pub fn everything_came(&mut self, sequence: i64) -> Option<Vec<(i64, Frame)>> {
        let Everything { held, .. } = self.everything.take_if(|everything| everything.from <= sequence)?;
        self.contained = sequence;
        self.rows.clear();
        self.settle();
        Some(held.into_iter().filter(|(number, _)| *number > sequence).collect())
    }

    /// A row has to be asked for until it has come to `position`. `true` where nobody does yet.
    pub fn lacks_row(&mut self, stay: StayId, position: u32, now: f64) -> bool {
        self.since.get_or_insert(now);
        let before = self.rows.get(&stay).copied();
        self.rows.insert(stay, before.unwrap_or(0).max(position));
        before.is_none()
    }

    /// A row stands at `position` now, or is not on the screen. `true` where it need not be asked for any longer.
    pub fn row_came(&mut self, stay: StayId, position: Option<u32>) -> bool {
        let is_there = |wanted: &u32| position.is_none_or(|position| position >= *wanted);
        if self.rows.get(&stay).is_some_and(is_there) {
            self.rows.remove(&stay);
            self.settle();
        }
        !self.rows.contains_key(&stay)
    }

    pub fn is_complete(&self) -> bool {
        self.everything.is_none() && self.rows.is_empty()
    }

    /// For how long something has been lacking.
    pub fn lacks_for(&self, now: f64) -> f64 {
        self.since.map_or(0.0, |since| now - since)
    }

    /// Gives the frame back where nothing has to come before it.
    fn hold(&mut self, number: i64, frame: Frame) -> Option<Frame> {
        if number <= self.contained {
            return None;
        }
        let Some(everything) = &mut self.everything else {
            return Some(frame);
        };
        everything.hold(number, frame);
        None
    }

    /// Counts from this number, whatever was heard before: the log may even have gone back.
    fn start_at(&mut self, number: i64) {
        self.contained = 0;
        if let Some(everything) = &mut self.everything {
            everything.start_at(number);
        }
    }

    fn settle(&mut self) {
        if self.is_complete() {
            self.since = None;
        }
    }
}

impl Everything {
    fn hold(&mut self, number: i64, frame: Frame) {
        if self.held.len() == HOLDS {
            self.start_at(number);
        } else {
            self.held.push((number, frame));
        }
    }

    fn start_at(&mut self, number: i64) {
        self.from = number;
        self.held.clear();
    }
}

#[cfg(test)]
mod tests;
