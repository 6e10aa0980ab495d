//! The icons: drawn once in a sprite that the server sends with every page, used by name. Never alone: a word stands beside.

mod drawing;

use leptos::prelude::*;

use drawing::Drawing;

#[component]
pub fn Icon(name: &'static str) -> impl IntoView {
    Drawing(name)
}

/// Name and drawing, on a field of 16 by 16.
const DRAWINGS: [(&str, &str); 27] = [
    ("to-do", r#"<circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="2"/>"#),
    ("requested", r#"<path d="M2 3l12 5-12 5 2-5z" fill="currentColor"/>"#),
    (
        "accepted",
        r#"<circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="2"/><circle cx="8" cy="8" r="2.5" fill="currentColor"/>"#,
    ),
    (
        "in-progress",
        r#"<circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="2"/><path d="M8 2a6 6 0 010 12z" fill="currentColor"/>"#,
    ),
    (
        "waiting",
        r#"<path d="M3 1h10v2c0 2-2 3.500-3 5 1 1.500 3 3 3 5v2H3v-2c0-2 2-3.500 3-5-1-1.500-3-3-3-5z" fill="none" stroke="currentColor" stroke-width="1.800"/><path d="M5 13l3-3 3 3z" fill="currentColor"/>"#,
    ),
    ("parked", r#"<path d="M5 2v12M11 2v12" stroke="currentColor" stroke-width="3"/>"#),
    ("done", r#"<path d="M2 8.500l4 4 8-9" fill="none" stroke="currentColor" stroke-width="2.500"/>"#),
    (
        "not-needed",
        r#"<circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="2"/><path d="M4 12l8-8" stroke="currentColor" stroke-width="2"/>"#,
    ),
    ("cancelled", r#"<path d="M3 3l10 10M13 3L3 13" stroke="currentColor" stroke-width="2.500"/>"#),
    (
        "overdue",
        r#"<path d="M8 1l7.500 14H.5z" fill="currentColor"/><path d="M8 5.500v5" stroke="var(--icon-hole)" stroke-width="1.800"/><circle cx="8" cy="12.600" r="1.100" fill="var(--icon-hole)"/>"#,
    ),
    (
        "not-sent",
        r#"<path d="M8 14V3M3.500 7.500L8 3l4.500 4.500" fill="none" stroke="currentColor" stroke-width="2" stroke-dasharray="3 2"/>"#,
    ),
    ("climbs", r#"<path d="M8 14V4M3.500 8L8 3l4.500 5" fill="none" stroke="currentColor" stroke-width="2.500"/>"#),
    (
        "twins",
        r#"<circle cx="5.500" cy="8" r="4" fill="none" stroke="currentColor" stroke-width="2"/><circle cx="10.500" cy="8" r="4" fill="none" stroke="currentColor" stroke-width="2"/>"#,
    ),
    ("add", r#"<path d="M8 2v12M2 8h12" stroke="currentColor" stroke-width="2.500"/>"#),
    (
        "more",
        r#"<circle cx="3" cy="8" r="1.700" fill="currentColor"/><circle cx="8" cy="8" r="1.700" fill="currentColor"/><circle cx="13" cy="8" r="1.700" fill="currentColor"/>"#,
    ),
    ("close", r#"<path d="M3 3l10 10M13 3L3 13" stroke="currentColor" stroke-width="2"/>"#),
    ("back", r#"<path d="M10 2L4 8l6 6" fill="none" stroke="currentColor" stroke-width="2"/>"#),
    ("changed", r#"<path d="M8 0l2 6 6 2-6 2-2 6-2-6-6-2 6-2z" fill="currentColor"/>"#),
    ("filter", r#"<path d="M1 2h14L9.500 8.500V14l-3-1.500v-4z" fill="currentColor"/>"#),
    ("arrange", r#"<path d="M1 3h14M1 8h9M1 13h5" stroke="currentColor" stroke-width="2.500"/>"#),
    (
        "search",
        r#"<circle cx="6.500" cy="6.500" r="4.500" fill="none" stroke="currentColor" stroke-width="2"/><path d="M10 10l5 5" stroke="currentColor" stroke-width="2.500"/>"#,
    ),
    ("home", r#"<path d="M1 8l7-6 7 6M3 7v7h10V7" fill="none" stroke="currentColor" stroke-width="2"/>"#),
    ("seven", r#"<circle cx="8" cy="8" r="7" fill="currentColor"/>"#),
    ("fourteen", r#"<path d="M8 0l8 8-8 8-8-8z" fill="currentColor"/>"#),
    ("twenty-one", r#"<path d="M5 0h6l5 5v6l-5 5H5l-5-5V5z" fill="currentColor"/>"#),
    ("meets", r#"<path d="M1 14V3M1 9h14v5M4 9V6h7a4 3 0 014 3" fill="none" stroke="currentColor" stroke-width="2"/>"#),
    (
        "stale",
        r#"<circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="2"/><path d="M8 4.500V8l2.500 2" fill="none" stroke="currentColor" stroke-width="1.800"/>"#,
    ),
];

/// What the icons are called.
pub fn icon_names() -> impl Iterator<Item = &'static str> {
    DRAWINGS.iter().map(|(name, _)| *name)
}

/// All the drawings. Rendered by the server's shell alone.
#[component]
pub fn IconSprite() -> impl IntoView {
    let symbol = |(name, drawing): &(&str, &str)| format!(r#"<symbol id="icon-{name}" viewBox="0 0 16 16">{drawing}</symbol>"#);
    let symbols = DRAWINGS.iter().map(symbol).collect::<Vec<_>>().concat();
    view! { <svg class="icon-sprite" aria-hidden="true" inner_html=symbols></svg> }
}
