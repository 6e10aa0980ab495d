//! A chart on its page: the shapes of the screen, as vectors.

mod brush;

use domain::report::{
    document::Chart,
    shape::{self, ICON, Picture, Size},
};
use krilla::{
    geom::Rect,
    tagging::{BBox, Placement, Tag},
};

use super::{
    colour::points,
    layout::{Ink, Layout, MARGIN},
    section::told,
    structure::Part,
    text::Style,
};

pub use brush::draw;

const CAPTION: f32 = 9.0;
/// Of an icon, which is drawn for a screen.
const ICON_SCALE: f32 = 0.6;
const GAP: f32 = 6.0;

/// The picture with its title below it, and below that of an `XmR` chart the icons of its latest figure and of its target.
pub fn lay(layout: &mut Layout, within: Part, chart: &Chart) {
    let size = Size::of(chart, f64::from(layout.body_width()));
    let caption = 3.0 * Style::bold(CAPTION).leading();
    let highest = f64::from(layout.body_height() - caption);
    let picture = shape::picture(chart, Size::new(size.width, size.height.min(highest)));
    layout.keep_together(points(picture.size.height) + caption);
    lay_figure(layout, within, Figure { picture, scale: 1.0, x: MARGIN }, chart.title());
    if let Chart::Xmr(chart) = chart {
        let icons = [chart.variation().map(shape::variation_icon), chart.assurance().map(shape::assurance_icon)];
        icons.into_iter().flatten().for_each(|icon| lay_icon(layout, within, icon));
    }
    layout.skip(GAP);
}

struct Figure {
    picture: Picture,
    scale: f32,
    x: f32,
}

fn lay_figure(layout: &mut Layout, within: Part, figure: Figure, caption: &str) {
    let part = put(layout, within, &figure);
    layout.skip(points(figure.picture.size.height) * figure.scale + GAP);
    let caption_part = layout.structure.add(part, Tag::Caption);
    layout.paragraph(caption_part, told(caption), Style::bold(CAPTION));
}

/// The icon, and at its right what it says.
fn lay_icon(layout: &mut Layout, within: Part, icon: Picture) {
    let (width, height) = (points(ICON.width) * ICON_SCALE, points(ICON.height) * ICON_SCALE);
    layout.keep_together(height + GAP);
    layout.skip(GAP / 2.0);
    let words = layout.typeface.line(&icon.alternative, Style::regular(CAPTION));
    let part = put(layout, within, &Figure { picture: icon, scale: ICON_SCALE, x: MARGIN });
    let caption = layout.structure.add(part, Tag::Caption);
    let baseline = layout.y() + height / 2.0 + CAPTION / 3.0;
    layout.put(Some(caption), MARGIN + width + GAP, baseline, Ink::Words(words));
    layout.skip(height + GAP / 2.0);
}

/// At the place where the page is filled, which stays.
fn put(layout: &mut Layout, within: Part, Figure { picture, scale, x }: &Figure) -> Part {
    let (width, height) = (points(picture.size.width) * scale, points(picture.size.height) * scale);
    let around = Rect::from_xywh(*x, layout.y(), width, height).map(|rect| BBox::new(layout.page_index(), rect));
    let tag = Tag::Figure(Some(picture.alternative.clone())).with_bbox(around).with_placement(Some(Placement::Block));
    let part = layout.structure.add(within, tag);
    layout.put(Some(part), *x, layout.y(), Ink::Picture { picture: picture.clone(), scale: *scale });
    part
}
