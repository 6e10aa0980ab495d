//! Changes that an earlier page left behind: whoever made them is told once they are sent.

use std::collections::BTreeSet;

use domain::MutationId;

#[derive(Debug, Default)]
pub struct Late {
    waiting: BTreeSet<MutationId>,
    sent: usize,
}

impl Late {
    pub fn wait_for(&mut self, changes: impl Iterator<Item = MutationId>) {
        self.waiting.extend(changes);
    }

    /// How many of them were sent, when the last is answered.
    pub fn answer(&mut self, change: MutationId, is_done: bool) -> Option<usize> {
        if !self.waiting.remove(&change) {
            return None;
        }
        self.sent += usize::from(is_done);
        let is_all = self.waiting.is_empty() && self.sent > 0;
        is_all.then(|| std::mem::take(&mut self.sent))
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn the_last_answer_tells_how_many_were_sent() {
        let change = |number| MutationId(Uuid::from_u128(number));
        let mut late = Late::default();
        late.wait_for((1..=3).map(change));
        assert_eq!(late.answer(change(1), true), None);
        assert_eq!(late.answer(change(9), true), None, "tapped on this page");
        assert_eq!(late.answer(change(2), false), None);
        assert_eq!(late.answer(change(3), true), Some(2));
        late.wait_for(std::iter::once(change(4)));
        assert_eq!(late.answer(change(4), false), None, "that it was refused is told by itself");
    }
}
