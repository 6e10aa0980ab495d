//! Words in a picture, and how much room they are likely to take.

use super::{Colour, Point};

/// The size of labels.
pub const SMALL_WORDS: f64 = 9.0;

/// The width of an average letter as a part of the font's size. Generous, since a label that is cut off is worse than a gap.
const LETTER: f64 = 0.58;

/// One line.
#[derive(Debug, Clone, PartialEq)]
pub struct Words {
    /// On the baseline, at the start, middle or end of the words.
    pub at: Point,
    pub anchor: Anchor,
    pub text: String,
    /// The font's size.
    pub size: f64,
    pub colour: Colour,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    Start,
    Middle,
    End,
}

impl Words {
    pub fn small(at: Point, anchor: Anchor, text: impl Into<String>) -> Self {
        Self { at, anchor, text: text.into(), size: SMALL_WORDS, colour: Colour::Ink }
    }

    /// As estimated.
    pub fn width(&self) -> f64 {
        width(&self.text, self.size)
    }

    /// Where they begin, as estimated.
    pub fn left(&self) -> f64 {
        self.left_of_width(self.width())
    }

    /// Where they begin in a font in which they are this wide.
    pub fn left_of_width(&self, width: f64) -> f64 {
        match self.anchor {
            Anchor::Start => self.at.x,
            Anchor::Middle => self.at.x - width / 2.0,
            Anchor::End => self.at.x - width,
        }
    }
}

/// As estimated.
pub(super) fn width(text: &str, size: f64) -> f64 {
    super::real(text.chars().count()) * LETTER * size
}

/// What fits into the width at [`SMALL_WORDS`], with an ellipsis where something is left out; empty where nothing fits.
pub(super) fn cut(text: &str, room: f64) -> String {
    if width(text, SMALL_WORDS) <= room {
        return text.to_owned();
    }
    let mut kept: Vec<char> = text.chars().collect();
    while kept.pop().is_some() {
        let shorter: String = kept.iter().collect::<String>().trim_end().to_owned();
        if !shorter.is_empty() && width(&shorter, SMALL_WORDS) + LETTER * SMALL_WORDS <= room {
            return format!("{shorter}…");
        }
    }
    String::new()
}

/// Lines of the width at [`SMALL_WORDS`], broken between words, and at most so many: the last is [`cut`].
pub(super) fn lines(text: &str, room: f64, most: usize) -> Vec<String> {
    let is_last = most <= 1 || width(text, SMALL_WORDS) <= room;
    let breaks = text.char_indices().filter(|(_, letter)| *letter == ' ').map(|(at, _)| at);
    match breaks.take_while(|at| width(&text[..*at], SMALL_WORDS) <= room).last() {
        Some(at) if !is_last => {
            let rest = lines(&text[at + 1..], room, most - 1);
            [text[..at].to_owned()].into_iter().chain(rest).collect()
        }
        _ => vec![cut(text, room)],
    }
}

/// Which of labels in a row can be shown without touching each other, the last one first: for each, whether.
/// Each is a centre and a length.
pub(super) fn with_room(labels: &[(f64, f64)], gap: f64, end: f64) -> Vec<bool> {
    let mut free_until = end;
    let mut shown: Vec<bool> = labels
        .iter()
        .rev()
        .map(|(centre, length)| {
            let fits = centre + length / 2.0 <= free_until && centre - length / 2.0 >= 0.0;
            if fits {
                free_until = centre - length / 2.0 - gap;
            }
            fits
        })
        .collect();
    shown.reverse();
    shown
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    /// A letter is 5.22 wide.
    #[rstest]
    #[case("Cedar", 27.0, "Cedar")]
    #[case("Cedar Ward", 36.0, "Cedar…")]
    #[case("Cedar Ward", 11.0, "C…")]
    #[case("Cedar Ward", 5.0, "")]
    fn words_are_cut_to_their_room(#[case] text: &str, #[case] room: f64, #[case] kept: &str) {
        assert_eq!(cut(text, room), kept);
    }

    #[rstest]
    #[case("Short", 3, &["Short"])]
    #[case("Waiting for a bed", 2, &["Waiting for", "a bed"])]
    #[case("Waiting for a bed in a home", 2, &["Waiting for", "a bed in a…"])]
    #[case("Waiting for a bed in a home", 3, &["Waiting for", "a bed in a", "home"])]
    #[case("Waiting for a bed", 1, &["Waiting fo…"])]
    #[case("Rehabilitationist", 3, &["Rehabilita…"])]
    fn long_words_take_several_lines(#[case] text: &str, #[case] most: usize, #[case] expected: &[&str]) {
        assert_eq!(lines(text, 60.0, most), expected);
    }

    #[test]
    fn labels_keep_apart_and_the_last_is_shown() {
        let labels = [(5.0, 20.0), (25.0, 20.0), (45.0, 20.0), (65.0, 20.0)];
        assert_eq!(with_room(&labels, 5.0, 75.0), [false, true, false, true]);
    }
}
