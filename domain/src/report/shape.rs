//! Charts and icons as plain shapes, so that the screen and the printed page show the same picture.
//!
//! Lengths are user units: one CSS pixel of an SVG's view box, one point on paper. They start at the top left corner, and y
//! goes down. Everything that is drawn lies within the picture's size. How wide words are is estimated, since fonts differ.

mod axis;
mod bars;
mod colour;
mod icon;
mod mark;
mod words;
mod xmr;

pub use bars::bars;
pub use colour::Colour;
pub use icon::{ICON, assurance_icon, variation_icon};
pub use mark::{MARK_RADIUS, MarkForm};
pub use words::{Anchor, SMALL_WORDS, Words};
pub use xmr::xmr;

use super::document::Chart;

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    pub x: f64,
    pub y: f64,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Size {
    pub width: f64,
    pub height: f64,
}

/// Shapes to draw in their order, later ones on top.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    pub size: Size,
    pub shapes: Vec<Shape>,
    /// What the picture shows, for whoever can't see it: a few sentences.
    pub alternative: String,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// From point to point.
    Line {
        points: Vec<Point>,
        stroke: Stroke,
    },
    Ring {
        centre: Point,
        radius: f64,
        stroke: Stroke,
    },
    Bar(Bar),
    Mark(Mark),
    Words(Words),
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stroke {
    pub colour: Colour,
    pub width: f64,
    pub pattern: Pattern,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pattern {
    Solid,
    Dashed,
    Dotted,
}

/// A filled rectangle.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// The top left one.
    pub corner: Point,
    pub size: Size,
    pub fill: Colour,
    /// What it stands for: "Hospital process: 120 bed days".
    pub meaning: String,
}

/// A figure in a chart, of [`MARK_RADIUS`], outlined in [`Colour::Ink`].
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    pub centre: Point,
    pub form: MarkForm,
    pub fill: Colour,
    /// What it stands for: "05-Mar-2026: 12 patients. Above the upper process limit". Empty in a legend and in an icon.
    pub meaning: String,
}

impl Point {
    pub fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }
}

impl Size {
    pub fn new(width: f64, height: f64) -> Self {
        Self { width, height }
    }

    /// The height that suits a chart of this width.
    pub fn of(chart: &Chart, width: f64) -> Self {
        match chart {
            Chart::Xmr(_) => Self::new(width, (width * 0.4).max(xmr::LEAST_HEIGHT)),
            Chart::Bars(chart) => Self::new(width, bars::height(chart, width)),
        }
    }
}

impl Stroke {
    pub fn solid(colour: Colour, width: f64) -> Self {
        Self { colour, width, pattern: Pattern::Solid }
    }

    pub fn dashed(colour: Colour, width: f64) -> Self {
        Self { colour, width, pattern: Pattern::Dashed }
    }

    pub fn dotted(colour: Colour, width: f64) -> Self {
        Self { colour, width, pattern: Pattern::Dotted }
    }
}

impl Pattern {
    /// The lengths of a dash and of the gap after it; `None` for a line without gaps.
    pub fn dashes(self) -> Option<[f64; 2]> {
        match self {
            Self::Solid => None,
            Self::Dashed => Some([5.0, 3.0]),
            Self::Dotted => Some([1.5, 2.5]),
        }
    }
}

/// A chart of any kind. A size that is too small for its labels leaves some of them out.
pub fn picture(chart: &Chart, size: Size) -> Picture {
    match chart {
        Chart::Xmr(chart) => xmr(chart, size),
        Chart::Bars(chart) => bars(chart, size),
    }
}

fn segment(from: Point, to: Point, stroke: Stroke) -> Shape {
    Shape::Line { points: vec![from, to], stroke }
}

/// A chart of no figures says so.
fn nothing_counted(size: Size, title: &str) -> Picture {
    let middle = Point::new(size.width / 2.0, size.height / 2.0);
    let words = Words { colour: Colour::Ink, ..Words::small(middle, Anchor::Middle, "Nothing was counted") };
    Picture { size, shapes: vec![Shape::Words(words)], alternative: format!("{title}. Nothing was counted.") }
}

/// A number of things as a length can be made of.
fn real(count: usize) -> f64 {
    u32::try_from(count).map_or_else(|_| f64::from(u32::MAX), f64::from)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// Every corner of everything that is drawn. Words are as wide as they are estimated.
    pub fn corners(picture: &Picture) -> Vec<Point> {
        picture.shapes.iter().flat_map(corners_of).collect()
    }

    fn corners_of(shape: &Shape) -> Vec<Point> {
        match shape {
            Shape::Line { points, .. } => points.clone(),
            Shape::Ring { centre, radius, .. } => around(*centre, *radius),
            Shape::Bar(Bar { corner, size, .. }) => {
                assert!(size.width >= 0.0 && size.height >= 0.0, "a bar of {size:?}");
                vec![*corner, Point::new(corner.x + size.width, corner.y + size.height)]
            }
            Shape::Mark(mark) => around(mark.centre, MARK_RADIUS),
            Shape::Words(words) => {
                let left = words.left();
                vec![Point::new(left, words.at.y - words.size), Point::new(left + words.width(), words.at.y)]
            }
        }
    }

    fn around(centre: Point, radius: f64) -> Vec<Point> {
        vec![Point::new(centre.x - radius, centre.y - radius), Point::new(centre.x + radius, centre.y + radius)]
    }

    pub fn assert_within_its_size(picture: &Picture) {
        let Size { width, height } = picture.size;
        for Point { x, y } in corners(picture) {
            let is_within = (-0.01..=width + 0.01).contains(&x) && (-0.01..=height + 0.01).contains(&y);
            assert!(is_within, "({x}, {y}) is outside {width} × {height}");
        }
    }

    pub fn texts(picture: &Picture) -> Vec<&str> {
        let texts = picture.shapes.iter().filter_map(|shape| match shape {
            Shape::Words(words) => Some(words.text.as_str()),
            _ => None,
        });
        texts.collect()
    }
}
