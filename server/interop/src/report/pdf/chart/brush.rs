//! Shapes as paths.

use domain::report::shape::{self, Bar, Colour, MARK_RADIUS, Mark, Picture, Shape, Words};
use krilla::{
    geom::{Path, PathBuilder, Point, Rect, Transform},
    paint::{LineJoin, Stroke, StrokeDash},
    surface::Surface,
};

use crate::report::pdf::{
    colour::{fill, paint, points},
    text::{Style, Typeface},
};

/// From the upper left corner.
pub fn draw(surface: &mut Surface, typeface: &Typeface, picture: &Picture, (x, y): (f32, f32), scale: f32) {
    surface.push_transform(&Transform::from_row(scale, 0.0, 0.0, scale, x, y));
    for shape in &picture.shapes {
        draw_shape(surface, typeface, shape);
    }
    surface.pop();
}

fn draw_shape(surface: &mut Surface, typeface: &Typeface, shape: &Shape) {
    match shape {
        Shape::Line { points, stroke } => outline(surface, polygon(points, Ends::Open), *stroke),
        Shape::Ring { centre, radius, stroke } => outline(surface, circle(*centre, points(*radius)), *stroke),
        Shape::Bar(Bar { corner, size, fill, .. }) => {
            let rect = Rect::from_xywh(points(corner.x), points(corner.y), points(size.width), points(size.height));
            let path = rect.and_then(|rect| {
                let mut path = PathBuilder::new();
                path.push_rect(rect);
                path.finish()
            });
            filled(surface, path, *fill, None);
        }
        Shape::Mark(Mark { centre, form, fill, .. }) => {
            let corners = form.corners(*centre);
            let path = if corners.is_empty() { circle(*centre, points(MARK_RADIUS)) } else { polygon(&corners, Ends::Joined) };
            filled(surface, path, *fill, Some(shape::Stroke::solid(Colour::Ink, 0.6)));
        }
        Shape::Words(words) => draw_words(surface, typeface, words),
    }
}

fn draw_words(surface: &mut Surface, typeface: &Typeface, words: &Words) {
    let style = Style { colour: words.colour, ..Style::regular(points(words.size)) };
    let line = typeface.line(&words.text, style);
    let left = points(words.left_of_width(f64::from(line.width)));
    surface.set_stroke(None);
    surface.set_fill(Some(fill(words.colour)));
    let at = Point::from_xy(left, points(words.at.y));
    surface.draw_glyphs(at, &line.glyphs, typeface.font(style.weight), &line.text, style.size, false);
}

fn outline(surface: &mut Surface, path: Option<Path>, line: shape::Stroke) {
    surface.set_fill(None);
    surface.set_stroke(Some(stroke(line)));
    path.into_iter().for_each(|path| surface.draw_path(&path));
}

fn filled(surface: &mut Surface, path: Option<Path>, colour: Colour, line: Option<shape::Stroke>) {
    surface.set_fill(Some(fill(colour)));
    surface.set_stroke(line.map(stroke));
    path.into_iter().for_each(|path| surface.draw_path(&path));
}

fn stroke(line: shape::Stroke) -> Stroke {
    let dash = line.pattern.dashes().map(|dashes| StrokeDash { array: dashes.map(points).to_vec(), offset: 0.0 });
    Stroke { paint: paint(line.colour), width: points(line.width), line_join: LineJoin::Round, dash, ..Stroke::default() }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Ends {
    Open,
    Joined,
}

/// `None` of fewer than two corners.
fn polygon(corners: &[shape::Point], ends: Ends) -> Option<Path> {
    let mut path = PathBuilder::new();
    let (first, others) = corners.split_first()?;
    path.move_to(points(first.x), points(first.y));
    others.iter().for_each(|corner| path.line_to(points(corner.x), points(corner.y)));
    if ends == Ends::Joined {
        path.close();
    }
    path.finish()
}

/// Of four curves; the handles of a quarter are this part of the radius long.
fn circle(centre: shape::Point, radius: f32) -> Option<Path> {
    const HANDLE: f32 = 0.552_284_8;
    let (x, y, handle) = (points(centre.x), points(centre.y), radius * HANDLE);
    let mut path = PathBuilder::new();
    path.move_to(x + radius, y);
    path.cubic_to(x + radius, y + handle, x + handle, y + radius, x, y + radius);
    path.cubic_to(x - handle, y + radius, x - radius, y + handle, x - radius, y);
    path.cubic_to(x - radius, y - handle, x - handle, y - radius, x, y - radius);
    path.cubic_to(x + handle, y - radius, x + radius, y - handle, x + radius, y);
    path.close();
    path.finish()
}
