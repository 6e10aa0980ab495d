//! A part of a whole that keeps both numbers, so that a percentage never stands without what it is of.

use std::fmt;

use serde::{Deserialize, Serialize};

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
impl std::iter::Sum for Share {
    fn sum<I: Iterator<Item = Self>>(shares: I) -> Self {
        shares.fold(Self::default(), |all, share| Self { part: all.part + share.part, whole: all.whole + share.whole })
    }
}

/// How many of these are so.
impl FromIterator<bool> for Share {
    fn from_iter<I: IntoIterator<Item = bool>>(answers: I) -> Self {
        answers
            .into_iter()
            .fold(Self::default(), |Self { part, whole }, is_so| Self { part: part + u32::from(is_so), whole: whole + 1 })
    }
}

impl fmt::Display for Share {
    /// "33.3% (11 of 33)", or "none" of nothing.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.ratio() {
            Some(ratio) => write!(f, "{:.1}% ({} of {})", ratio * 100.0, self.part, self.whole),
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
