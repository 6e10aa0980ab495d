//! The document around the app: what the browser needs to show it, and the script that brings it to life.

use std::{
    collections::{BTreeMap, BTreeSet},
    iter,
};

use leptos::{nonce::use_nonce, prelude::*};
use leptos_meta::MetaTags;
use serde::Deserialize;

use crate::{
    App,
    components::IconSprite,
    parts::is_apart,
    routes::{is_open, is_plain},
};

/// Where the built files are: the build's manifest.
#[derive(Debug, Clone, Deserialize)]
pub struct Build {
    pub css: String,
    pub js: String,
    /// The script that fetches the parts of the program.
    pub loader: String,
    pub wasm: String,
    /// The modules of each part.
    pub parts: BTreeMap<String, Vec<String>>,
    /// The build's id: a page and the files it names belong together.
    #[serde(rename = "build")]
    pub id: String,
}

/// Done when the page has been painted once, or nobody sees it: who waits reads first, and the program takes over then.
const PAINTED: &str = "await new Promise((done)=>document.hidden?done():requestAnimationFrame(()=>setTimeout(done)));";

/// Told to whoever drives the browser: from here on a tap is heard.
const ALIVE: &str = "document.documentElement.dataset.hydrated='';";

/// Tells the server that somebody is here who reads, scrolls or types. No part of the program: on plain pages one types too.
const HERE: &str = include_str!("shell/here.js");

/// Of the page at `path`. Plain pages come without the script; they have the program fetched for the pages after them.
pub fn shell(build: Build, path: &str) -> impl IntoView + use<> {
    let program = if is_plain(path) {
        let parts: BTreeSet<String> = build.parts.into_values().flatten().collect();
        let modules = iter::once(build.wasm).chain(parts);
        modules
            .map(|wasm| view! { <link rel="prefetch" href=wasm r#as="fetch" crossorigin="anonymous" /> })
            .collect_view()
            .into_any()
    } else {
        let apart = is_apart(path).then(|| build.parts.get("pages").cloned()).flatten().unwrap_or_default();
        view! { <Start js=build.js loader=build.loader wasm=build.wasm apart /> }.into_any()
    };
    let here = (!is_open(path)).then(|| view! { <script nonce=use_nonce()>{HERE}</script> });
    view! {
        <!DOCTYPE html>
        <html lang="en-GB">
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="format-detection" content="telephone=no" />
                <meta name="theme-color" content="#005eb8" media="(prefers-color-scheme: light)" />
                <meta name="theme-color" content="#003f7d" media="(prefers-color-scheme: dark)" />
                <meta name="build" content=build.id />
                <link rel="stylesheet" href=build.css />
                <link rel="icon" href="data:," />
                {program}
                {here}
                <MetaTags />
            </head>
            <body>
                <App />
                <IconSprite />
            </body>
        </html>
    }
}

/// Loads the program and has it take over the page.
#[component]
fn Start(
    js: String,
    loader: String,
    wasm: String,
    /// The modules that this page needs besides.
    apart: Vec<String>,
) -> impl IntoView {
    let start =
        format!("import init,{{hydrate}} from {js:?};await init({{module_or_path:{wasm:?}}});{PAINTED}await hydrate();{ALIVE}");
    let modules = iter::once(wasm).chain(apart);
    view! {
        <link rel="modulepreload" href=js />
        <link rel="modulepreload" href=loader />
        {modules
            .map(|wasm| view! { <link rel="preload" href=wasm r#as="fetch" r#type="application/wasm" crossorigin="anonymous" /> })
            .collect_view()}
        <script type="module" nonce=use_nonce()>
            {start}
        </script>
    }
}
