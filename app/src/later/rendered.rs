//! The server's side: it renders at once.

use leptos::{prelude::AnyView, web_sys::Event};

pub fn later(_follow: impl Fn() + Send + 'static, make: impl FnOnce() -> AnyView + Send + 'static) -> AnyView {
    make()
}

pub fn hear_touch(_event: &Event) {}
