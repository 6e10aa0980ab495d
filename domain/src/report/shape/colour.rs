//! The colours of charts (`domain.md` 6.1, `[F28]`), and those of the paper around them.

/// By what it says. No colour says it alone: a mark has a form, a line a pattern, and both have words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, strum::EnumIter, strum::IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Colour {
    Improvement,
    Concern,
    /// A special cause where no direction is better.
    Neutral,
    CommonCause,
    Mean,
    Limit,
    /// What the figures should come to.
    Target,
    /// The line from figure to figure.
    Series,
    Bar,
    RunningShare,
    /// Lines at the ticks of an axis.
    Grid,
    /// Words and outlines.
    Ink,
}

impl Colour {
    /// Red, green and blue, from 0 to 255.
    pub fn rgb(self) -> [u8; 3] {
        match self {
            Self::Improvement => [0x00, 0xb0, 0xf0],
            Self::Concern => [0xe4, 0x6c, 0x0a],
            Self::Neutral => [0x49, 0x00, 0x92],
            Self::CommonCause => [0xa6, 0xa6, 0xa6],
            Self::Mean => [0x00, 0x00, 0x00],
            Self::Target => [0xde, 0x1b, 0x1b],
            Self::Limit => [0x5a, 0x67, 0x70],
            Self::Series => [0x76, 0x86, 0x92],
            Self::Bar => [0x00, 0x5e, 0xb8],
            Self::RunningShare => [0x7c, 0x28, 0x55],
            Self::Grid => [0xd8, 0xdd, 0xe0],
            Self::Ink => [0x21, 0x2b, 0x32],
        }
    }

    /// `#00b0f0`.
    pub fn hex(self) -> String {
        let [red, green, blue] = self.rgb();
        format!("#{red:02x}{green:02x}{blue:02x}")
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use rstest::rstest;
    use strum::IntoEnumIterator;

    use super::*;

    #[rstest]
    #[case(Colour::Improvement, "#00b0f0")]
    #[case(Colour::Concern, "#e46c0a")]
    #[case(Colour::Neutral, "#490092")]
    #[case(Colour::CommonCause, "#a6a6a6")]
    #[case(Colour::Mean, "#000000")]
    #[case(Colour::Target, "#de1b1b")]
    fn the_colours_of_plot_the_dots(#[case] colour: Colour, #[case] hex: &str) {
        assert_eq!(colour.hex(), hex);
    }

    #[test]
    fn no_two_are_the_same() {
        let all: BTreeSet<String> = Colour::iter().map(Colour::hex).collect();
        assert_eq!(all.len(), Colour::iter().count());
    }
}
