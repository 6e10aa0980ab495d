//! A chart as SVG: rendered by the server, read without script, its points reached by the keyboard. The ground is white by
//! night too, as the colours of the points are given.

use domain::report::{
    document::Chart,
    shape::{self, Anchor, Bar, Mark, Picture, Shape, Size, Stroke, Words},
};
use leptos::prelude::*;

/// In user units; the picture is scaled to the page.
const WIDTH: f64 = 720.0;

#[component]
pub fn ChartFigure(chart: Chart) -> impl IntoView {
    let Picture { size, shapes, alternative } = shape::picture(&chart, Size::of(&chart, WIDTH));
    let (title, icons) = (chart.title().to_owned(), icons(&chart));
    view! {
        <figure class="report__chart">
            <figcaption class="report__caption">{title}</figcaption>
            {icons}
            <svg
                viewBox=format!("0 0 {} {}", size.width, size.height)
                role="group"
                aria-label=alternative
                font-family="Arial, sans-serif"
            >
                {shapes.into_iter().map(drawn).collect_view()}
            </svg>
        </figure>
    }
}

/// What the latest point means, and whether the target will be met: an icon each, and its words beside it.
fn icons(chart: &Chart) -> Option<impl IntoView + use<>> {
    let Chart::Xmr(chart) = chart else { return None };
    let icons = [chart.variation().map(shape::variation_icon), chart.assurance().map(shape::assurance_icon)];
    let icons = icons.into_iter().flatten().map(|Picture { size, shapes, alternative }| {
        view! {
            <li class="report__icon">
                <svg viewBox=format!("0 0 {} {}", size.width, size.height) aria-hidden="true">
                    {shapes.into_iter().map(drawn).collect_view()}
                </svg>
                {alternative}
            </li>
        }
    });
    Some(view! { <ul class="report__icons">{icons.collect_view()}</ul> })
}

fn drawn(shape: Shape) -> AnyView {
    match shape {
        Shape::Line { points, stroke } => line(&points, stroke),
        Shape::Ring { centre, radius, stroke } => view! {
            <circle cx=centre.x cy=centre.y r=radius fill="none" stroke=stroke.colour.hex() stroke-width=stroke.width />
        }
        .into_any(),
        Shape::Bar(bar) => bar_shape(bar),
        Shape::Mark(mark) => mark_shape(&mark),
        Shape::Words(words) => words_shape(words),
    }
}

fn line(points: &[shape::Point], stroke: Stroke) -> AnyView {
    let dashes = stroke.pattern.dashes().map(|[dash, gap]| format!("{dash} {gap}"));
    view! {
        <polyline
            points=path(points)
            fill="none"
            stroke=stroke.colour.hex()
            stroke-width=stroke.width
            stroke-dasharray=dashes
        />
    }
    .into_any()
}

fn path(points: &[shape::Point]) -> String {
    points.iter().map(|point| format!("{:.1},{:.1}", point.x, point.y)).collect::<Vec<_>>().join(" ")
}

fn bar_shape(Bar { corner, size, fill, meaning }: Bar) -> AnyView {
    view! {
        <rect
            class="report__point"
            x=corner.x
            y=corner.y
            width=size.width
            height=size.height
            fill=fill.hex()
            tabindex="0"
            role="img"
            aria-label=meaning
        />
    }
    .into_any()
}

/// In a legend and in an icon a mark means nothing by itself, and is passed over.
fn mark_shape(mark: &Mark) -> AnyView {
    let corners = mark.form.corners(mark.centre);
    let Mark { centre, fill, meaning, .. } = mark;
    let drawing = if corners.is_empty() {
        view! { <circle cx=centre.x cy=centre.y r=shape::MARK_RADIUS fill=fill.hex() stroke=shape::Colour::Ink.hex() /> }
            .into_any()
    } else {
        view! { <polygon points=path(&corners) fill=fill.hex() stroke=shape::Colour::Ink.hex() /> }.into_any()
    };
    if meaning.is_empty() {
        return drawing;
    }
    view! {
        <g class="report__point" tabindex="0" role="img" aria-label=meaning.clone()>
            {drawing}
        </g>
    }
    .into_any()
}

fn words_shape(Words { at, anchor, text, size, colour }: Words) -> AnyView {
    let anchor = match anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    };
    // What is read here is in the picture's own words, in the points' and in the table.
    view! {
        <text x=at.x y=at.y text-anchor=anchor font-size=size fill=colour.hex() aria-hidden="true">
            {text}
        </text>
    }
    .into_any()
}
