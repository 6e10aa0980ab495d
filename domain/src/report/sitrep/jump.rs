//! Whether a day's figure jumps, so that whoever signs looks at it again: [`Figure::Jump`](crate::report::Figure::Jump).

/// The smallest difference that can be a jump.
const LEAST: u32 = 5;
/// The smallest part of the larger figure that can be one: one in so many.
const ONE_IN: u32 = 4;

/// By how much a figure is away from the day before and from the week before; always both in one direction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Jump {
    Up(Vec<u32>),
    Down(Vec<u32>),
}

impl Jump {
    /// A figure jumps where it is far from every figure that it is held against. One that is not known says nothing.
    pub fn of(figure: u32, before: [Option<u32>; 2]) -> Option<Self> {
        let known: Vec<u32> = before.into_iter().flatten().collect();
        let distances: Vec<u32> = known.iter().map(|before| figure.abs_diff(*before)).collect();
        let far = |(before, distance): (&u32, &u32)| *distance >= LEAST && *distance * ONE_IN >= figure.max(*before);
        if known.is_empty() || !known.iter().zip(&distances).all(far) {
            return None;
        }
        if known.iter().all(|before| figure > *before) {
            Some(Self::Up(distances))
        } else if known.iter().all(|before| figure < *before) {
            Some(Self::Down(distances))
        } else {
            None
        }
    }

    /// "Up by 8 and by 7".
    pub fn words(&self) -> String {
        let (direction, distances) = match self {
            Self::Up(distances) => ("Up", distances),
            Self::Down(distances) => ("Down", distances),
        };
        let distances: Vec<String> = distances.iter().map(|distance| format!("by {distance}")).collect();
        format!("{direction} {}", distances.join(" and "))
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case::up(40, [Some(30), Some(28)], Some("Up by 10 and by 12"))]
    #[case::down(20, [Some(30), Some(28)], Some("Down by 10 and by 8"))]
    #[case::a_quarter_of_the_larger(40, [Some(30), None], Some("Up by 10"))]
    #[case::less_than_a_quarter(40, [Some(31), None], None)]
    #[case::few_patients(5, [Some(1), Some(1)], None)]
    #[case::from_nothing(5, [Some(0), Some(0)], Some("Up by 5 and by 5"))]
    #[case::as_it_was_a_week_ago(40, [Some(30), Some(40)], None)]
    #[case::between_the_two(30, [Some(20), Some(50)], None)]
    #[case::nothing_to_be_held_against(40, [None, None], None)]
    fn a_jump_is_far_from_both(#[case] figure: u32, #[case] before: [Option<u32>; 2], #[case] words: Option<&str>) {
        assert_eq!(Jump::of(figure, before).map(|jump| jump.words()).as_deref(), words);
    }
}
