//! The icons of variation and assurance (`domain.md` 6.1), in our own drawing: a ring, a letter, and the figures' way.

use super::{Anchor, Colour, Mark, MarkForm, Picture, Point, Shape, Size, Stroke, Words, segment};
use crate::report::xmr::{Assurance, Variation};

/// The size of an icon.
pub const ICON: Size = Size { width: 48.0, height: 48.0 };

/// Where the figures of an icon lie, from the left.
const ACROSS: [f64; 4] = [13.5, 20.5, 27.5, 34.5];

pub fn variation_icon(variation: Variation) -> Picture {
    let form = MarkForm::of(variation);
    let (letter, heights) = match variation {
        Variation::CommonCause => (None, [22.0, 28.0, 20.0, 26.0]),
        Variation::ConcernHigh | Variation::ImprovementHigh | Variation::NeutralHigh => (Some("H"), [33.0, 30.0, 26.0, 20.0]),
        Variation::ConcernLow | Variation::ImprovementLow | Variation::NeutralLow => (Some("L"), [20.0, 26.0, 30.0, 33.0]),
    };
    let letter_at = if letter == Some("H") { Point::new(17.0, 22.0) } else { Point::new(31.0, 22.0) };
    let mut shapes = vec![ring(form.colour())];
    shapes.extend(letter.map(|letter| self::letter(letter, letter_at)));
    shapes.extend(figures(heights, form));
    Picture { size: ICON, shapes, alternative: variation.words().to_owned() }
}

/// The dashed line is the target.
pub fn assurance_icon(assurance: Assurance) -> Picture {
    let (colour, letter, heights) = match assurance {
        Assurance::Pass => (Colour::Improvement, "P", [36.0, 33.0, 36.0, 33.0]),
        Assurance::Fail => (Colour::Concern, "F", [36.0, 33.0, 36.0, 33.0]),
        Assurance::Inconsistent => (Colour::CommonCause, "?", [24.0, 33.0, 24.0, 33.0]),
    };
    let shapes = vec![
        ring(colour),
        self::letter(letter, Point::new(24.0, 19.0)),
        segment(Point::new(6.0, 28.0), Point::new(42.0, 28.0), Stroke::dashed(Colour::Ink, 1.5)),
        Shape::Line { points: points(heights), stroke: Stroke::solid(Colour::Ink, 1.5) },
    ];
    Picture { size: ICON, shapes, alternative: assurance.words().to_owned() }
}

fn ring(colour: Colour) -> Shape {
    Shape::Ring { centre: Point::new(24.0, 24.0), radius: 22.0, stroke: Stroke::solid(colour, 3.0) }
}

fn letter(text: &str, at: Point) -> Shape {
    Shape::Words(Words { at, anchor: Anchor::Middle, text: text.to_owned(), size: 13.0, colour: Colour::Ink })
}

fn points(heights: [f64; 4]) -> Vec<Point> {
    ACROSS.into_iter().zip(heights).map(|(x, y)| Point::new(x, y)).collect()
}

fn figures(heights: [f64; 4], form: MarkForm) -> Vec<Shape> {
    let places = points(heights);
    let mark = |centre: &Point| Shape::Mark(Mark { centre: *centre, form, fill: form.colour(), meaning: String::new() });
    let marks: Vec<Shape> = places.iter().map(mark).collect();
    let line = Shape::Line { points: places, stroke: Stroke::solid(Colour::Ink, 1.0) };
    [line].into_iter().chain(marks).collect()
}

#[cfg(test)]
mod tests {
    use strum::IntoEnumIterator;

    use super::*;
    use crate::report::shape::tests::assert_within_its_size;

    #[test]
    fn each_of_the_ten_is_its_own_and_is_not_told_by_colour_alone() {
        let all: Vec<Picture> = Variation::iter().map(variation_icon).chain(Assurance::iter().map(assurance_icon)).collect();
        all.iter().for_each(assert_within_its_size);
        let without_colour = |picture: &Picture| {
            let shapes = picture.shapes.iter().map(|shape| match shape {
                Shape::Words(words) => format!("{:?}", words.text),
                Shape::Mark(mark) => format!("{:?}", (mark.form, mark.centre)),
                Shape::Line { points, .. } => format!("{points:?}"),
                Shape::Ring { .. } | Shape::Bar(_) => String::new(),
            });
            shapes.collect::<Vec<_>>().concat()
        };
        let told: std::collections::BTreeSet<String> = all.iter().map(without_colour).collect();
        assert_eq!(told.len(), 10);
    }
}
