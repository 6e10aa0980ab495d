//! Dice that fall the same way every time.

use chrono::{DateTime, TimeDelta, Utc};
use rand::{Rng, RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use uuid::Uuid;

/// One hospital, wherever and whenever it is laid out.
const SEED: u64 = 0x0A1D_4E1A;

pub(super) struct Chance(ChaCha8Rng);

impl Chance {
    /// Each part of the hospital throws its own dice, so that a change in one leaves the others as they were.
    pub(super) fn for_part(part: u64) -> Self {
        let mut dice = ChaCha8Rng::seed_from_u64(SEED);
        dice.set_stream(part);
        Self(dice)
    }

    pub(super) fn percent(&mut self, percent: u32) -> bool {
        self.0.random_ratio(percent.min(100), 100)
    }

    /// A whole number from `low` to `high`, both included.
    pub(super) fn between(&mut self, low: i64, high: i64) -> i64 {
        self.0.random_range(low..=high.max(low))
    }

    pub(super) fn minutes(&mut self, low: i64, high: i64) -> TimeDelta {
        TimeDelta::minutes(self.between(low, high))
    }

    pub(super) fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.0.random_range(0..from.len())]
    }

    /// [`Self::pick`], for what is copied.
    pub(super) fn one<T: Copy>(&mut self, of: &[T]) -> T {
        *self.pick(of)
    }

    /// One of several, as likely as its weight.
    pub(super) fn weighted<T: Copy>(&mut self, from: &[(u32, T)]) -> T {
        let all: u32 = from.iter().map(|(weight, _)| weight).sum();
        let mut left = self.0.random_range(0..all);
        for (weight, value) in from {
            if left < *weight {
                return *value;
            }
            left -= weight;
        }
        from[from.len() - 1].1
    }

    /// At least 0 and less than 1.
    pub(super) fn unit(&mut self) -> f64 {
        self.0.random()
    }

    /// A waiting time with a long tail: two thirds are shorter than `mean`, a few are many times as long.
    pub(super) fn long_tailed(&mut self, mean: f64) -> f64 {
        -mean * (1.0 - self.unit()).ln()
    }

    /// [`Self::long_tailed`], in whole minutes.
    pub(super) fn wait(&mut self, mean_hours: f64) -> TimeDelta {
        TimeDelta::minutes(whole(self.long_tailed(mean_hours * 60.0)))
    }

    pub(super) fn shuffle<T>(&mut self, things: &mut [T]) {
        for last in (1..things.len()).rev() {
            things.swap(last, self.0.random_range(0..=last));
        }
    }

    /// A `UUIDv7` of that moment.
    pub(super) fn id<Id: From<Uuid>>(&mut self, at: DateTime<Utc>) -> Id {
        let mut bytes = [0; 10];
        self.0.fill_bytes(&mut bytes);
        let millis = u64::try_from(at.timestamp_millis()).unwrap_or(0);
        uuid::Builder::from_unix_timestamp_millis(millis, &bytes).into_uuid().into()
    }
}

/// The whole number below.
#[expect(clippy::cast_possible_truncation, reason = "days and minutes of a stay are far below the limit")]
pub(super) fn whole(number: f64) -> i64 {
    number.floor() as i64
}
