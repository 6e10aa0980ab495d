//! A part of a whole that keeps both numbers, so that a percentage never stands without what it is of.

use std::{fmt, ops::AddAssign};

use serde::{Deserialize, Serialize};

use crate::count::grouped;

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share {
    pub part: u32,
    pub whole: u32,
}

impl Share {
    /// 0 to 1, or more where the part is not inside the whole; `None` of nothing.
    pub fn ratio(self) -> Option<f64> {
        (self.whole > 0).then(|| f64::from(self.part) / f64::from(self.whole))
    }
}

/// Of both together.
impl AddAssign for Share {
    fn add_assign(&mut self, other: Self) {
        self.part += other.part;
        self.whole += other.whole;
    }
}

/// One more, that is so or is not.
impl AddAssign<bool> for Share {
    fn add_assign(&mut self, is_so: bool) {
        *self += Self { part: u32::from(is_so), whole: 1 };
    }
}

/// Of all together.
impl std::iter::Sum for Share {
    fn sum<I: Iterator<Item = Self>>(shares: I) -> Self {
        shares.fold(Self::default(), |mut all, share| {
            all += share;
            all
        })
    }
}

/// How many of these are so.
impl FromIterator<bool> for Share {
    fn from_iter<I: IntoIterator<Item = bool>>(answers: I) -> Self {
        answers.into_iter().fold(Self::default(), |mut all, is_so| {
            all += is_so;
            all
        })
    }
}

impl fmt::Display for Share {
    /// "33.3% (11 of 33)", or "none" of nothing.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.ratio() {
            Some(ratio) => write!(f, "{:.1}% ({} of {})", ratio * 100.0, grouped(self.part), grouped(self.whole)),
            None => f.write_str("none"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_says_what_it_is_of() {
        let share: Share = [true, false, false].into_iter().collect();
        assert_eq!(share.to_string(), "33.3% (1 of 3)");
        assert_eq!(Share::default().to_string(), "none");
        assert_eq!(Share { part: 5, whole: 4 }.ratio(), Some(1.25));
    }
}
