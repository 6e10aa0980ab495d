//! The server's side: it renders at once.

use leptos::{
    prelude::AnyView,
    web_sys::{Element, Event},
};

pub fn later(
    _empty: fn() -> Element,
    _follow: impl Fn() + Send + 'static,
    make: impl FnOnce() -> AnyView + Send + 'static,
) -> AnyView {
    make()
}

pub fn hear_touch(_event: &Event) {}
