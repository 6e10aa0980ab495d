//! Colours and lengths, as krilla takes them.

use domain::report::shape::Colour;
use krilla::{
    color::rgb,
    paint::{Fill, Paint},
};

pub fn paint(colour: Colour) -> Paint {
    let [red, green, blue] = colour.rgb();
    rgb::Color::new(red, green, blue).into()
}

pub fn fill(colour: Colour) -> Fill {
    Fill { paint: paint(colour), ..Fill::default() }
}

/// A length of a picture, on paper.
#[expect(clippy::cast_possible_truncation, reason = "a page is short, and a float of 32 bits finer than any printer")]
pub fn points(length: f64) -> f32 {
    length as f32
}
