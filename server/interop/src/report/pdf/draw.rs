//! The pages as they are written.

use domain::report::{document::CLASSIFICATION, shape::Colour};
use krilla::{
    Document,
    geom::{PathBuilder, Point, Rect},
    outline::{Outline, OutlineNode},
    page::PageSettings,
    surface::Surface,
    tagging::{Artifact, ArtifactType, ContentTag, SpanTag},
};

use super::{
    chart,
    colour::fill,
    layout::{Ink, Layout, MARGIN, Page, PageSize, Piece, Place, PlaceLevel},
    text::{Line, Style, Typeface},
};

/// The size of a running foot.
const FOOT: f32 = 8.0;
/// From the lower edge to its baseline.
const FOOT_UP: f32 = 28.0;
/// Of a rule.
const THIN: f32 = 0.75;

pub fn draw(document: &mut Document, layout: Layout, title: &str) {
    let Layout { typeface, mut structure, pages, places, .. } = layout;
    let count = pages.len();
    for (number, Page { size, pieces }) in (1_usize..).zip(pages) {
        let Some(settings) = PageSettings::from_wh(size.width, size.height) else {
            continue;
        };
        let mut page = document.start_page_with(settings);
        let mut surface = page.surface();
        for piece in pieces {
            let part = piece.part;
            let identifier = draw_piece(&mut surface, typeface, piece);
            if let Some(part) = part {
                structure.draw(part, identifier);
            }
        }
        draw_foot(&mut surface, typeface, size, title, &format!("Page {number} of {count}"));
        surface.finish();
        page.finish();
    }
    document.set_outline(outline(places));
    document.set_tag_tree(structure.into_tree());
}

fn draw_piece(surface: &mut Surface, typeface: &Typeface, piece: Piece) -> krilla::tagging::Identifier {
    let Piece { part, x, y, ink } = piece;
    let artifact = ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout));
    match ink {
        Ink::Words(line) => {
            let span = ContentTag::Span(SpanTag::empty().with_actual_text(line.written.as_deref()));
            let identifier = surface.start_tagged(if part.is_some() { span } else { artifact });
            draw_line(surface, typeface, &line, Point::from_xy(x, y));
            surface.end_tagged();
            identifier
        }
        Ink::Rule { width, colour } => artwork(surface, artifact, |surface| ground(surface, (x, y), (width, THIN), colour)),
        Ink::Ground { width, height, colour } => {
            artwork(surface, artifact, |surface| ground(surface, (x, y), (width, height), colour))
        }
        Ink::Picture { picture, scale } => {
            artwork(surface, ContentTag::Other, |surface| chart::draw(surface, typeface, &picture, (x, y), scale))
        }
    }
}

fn artwork(surface: &mut Surface, tag: ContentTag, draw: impl FnOnce(&mut Surface)) -> krilla::tagging::Identifier {
    let identifier = surface.start_tagged(tag);
    draw(surface);
    surface.end_tagged();
    identifier
}

fn draw_line(surface: &mut Surface, typeface: &Typeface, line: &Line, at: Point) {
    surface.set_stroke(None);
    surface.set_fill(Some(fill(line.style.colour)));
    surface.draw_glyphs(at, &line.glyphs, typeface.font(line.style.weight), &line.text, line.style.size, false);
}

fn ground(surface: &mut Surface, (x, y): (f32, f32), (width, height): (f32, f32), colour: Colour) {
    let mut path = PathBuilder::new();
    Rect::from_xywh(x, y, width, height).into_iter().for_each(|rect| path.push_rect(rect));
    surface.set_stroke(None);
    surface.set_fill(Some(fill(colour)));
    path.finish().into_iter().for_each(|path| surface.draw_path(&path));
}

/// The classification, the title as far as it fits between, and the page.
fn draw_foot(surface: &mut Surface, typeface: &Typeface, size: PageSize, title: &str, page: &str) {
    let [left, right] = [CLASSIFICATION, page].map(|words| typeface.line(words, Style::regular(FOOT)));
    let room = size.body_width() - left.width - right.width - 40.0;
    let middle = typeface.wrap(title, Style::regular(FOOT), room).into_iter().next();
    let y = size.height - FOOT_UP;
    let middle = middle.map(|line| (MARGIN + left.width + 20.0 + (room - line.width) / 2.0, line));
    let right_at = size.width - MARGIN - right.width;
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Footer)));
    for (x, line) in [Some((MARGIN, left)), middle, Some((right_at, right))].into_iter().flatten() {
        draw_line(surface, typeface, &line, Point::from_xy(x, y));
    }
    surface.end_tagged();
}

/// The reports, each with its sections.
fn outline(places: Vec<Place>) -> Outline {
    let mut reports: Vec<OutlineNode> = Vec::new();
    for Place { words, level, page, y } in places {
        let destination = krilla::destination::XyzDestination::new(page, Point::from_xy(MARGIN, y));
        let node = OutlineNode::new(words, destination).with_open(true);
        match (level, reports.last_mut()) {
            (PlaceLevel::Section, Some(report)) => report.push_child(node),
            (PlaceLevel::Report | PlaceLevel::Section, _) => reports.push(node),
        }
    }
    let mut outline = Outline::new();
    reports.into_iter().for_each(|report| outline.push_child(report));
    outline
}
