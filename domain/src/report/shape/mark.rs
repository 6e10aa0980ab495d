//! The forms of figures in a chart, so that a special cause is seen without its colour too.

use super::{Colour, Point};
use crate::report::xmr::Variation;

/// Half the width of a mark.
pub const MARK_RADIUS: f64 = 3.5;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, strum::EnumIter)]
pub enum MarkForm {
    /// Common cause.
    Dot,
    /// Improvement.
    Square,
    /// Concern.
    Triangle,
    /// A special cause where no direction is better.
    Diamond,
}

impl MarkForm {
    pub fn of(variation: Variation) -> Self {
        match variation {
            Variation::CommonCause => Self::Dot,
            Variation::ImprovementHigh | Variation::ImprovementLow => Self::Square,
            Variation::ConcernHigh | Variation::ConcernLow => Self::Triangle,
            Variation::NeutralHigh | Variation::NeutralLow => Self::Diamond,
        }
    }

    pub fn colour(self) -> Colour {
        match self {
            Self::Dot => Colour::CommonCause,
            Self::Square => Colour::Improvement,
            Self::Triangle => Colour::Concern,
            Self::Diamond => Colour::Neutral,
        }
    }

    /// As a legend says it.
    pub fn words(self) -> &'static str {
        match self {
            Self::Dot => "Common cause",
            Self::Square => "Improvement",
            Self::Triangle => "Concern",
            Self::Diamond => "Special cause",
        }
    }

    /// The corners around a centre, all within [`MARK_RADIUS`] of it to every side; none for a dot, which is a circle.
    pub fn corners(self, centre: Point) -> Vec<Point> {
        let offsets: &[(f64, f64)] = match self {
            Self::Dot => &[],
            Self::Square => &[(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)],
            Self::Triangle => &[(0.0, -1.0), (1.0, 0.85), (-1.0, 0.85)],
            Self::Diamond => &[(0.0, -1.0), (1.0, 0.0), (0.0, 1.0), (-1.0, 0.0)],
        };
        let corner = |(x, y): &(f64, f64)| Point::new(centre.x + x * MARK_RADIUS, centre.y + y * MARK_RADIUS);
        offsets.iter().map(corner).collect()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use strum::IntoEnumIterator;

    use super::*;

    #[test]
    fn each_has_its_own_colour_words_and_corners() {
        let centre = Point::new(10.0, 10.0);
        let told: BTreeSet<String> = MarkForm::iter().map(|form| format!("{:?}", form.corners(centre))).collect();
        let colours: BTreeSet<Colour> = MarkForm::iter().map(MarkForm::colour).collect();
        let words: BTreeSet<&str> = MarkForm::iter().map(MarkForm::words).collect();
        assert_eq!((told.len(), colours.len(), words.len()), (4, 4, 4));
    }

    #[test]
    fn a_special_cause_is_never_a_dot() {
        for variation in Variation::iter() {
            assert_eq!(MarkForm::of(variation) == MarkForm::Dot, variation == Variation::CommonCause);
        }
    }
}
