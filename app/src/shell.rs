//! The document around the app: what the browser needs to show it, and the script that brings it to life.

use leptos::{nonce::use_nonce, prelude::*};
use leptos_meta::MetaTags;

use crate::{App, components::IconSprite};

/// Where the built files are, from the build's manifest.
#[derive(Debug, Clone)]
pub struct Build {
    pub css: String,
    pub js: String,
    pub wasm: String,
    /// The build's id: a page and the files it names belong together.
    pub id: String,
}

/// Told to whoever drives the browser: from here on a tap is heard.
const ALIVE: &str = "document.documentElement.dataset.hydrated='';";

/// `is_plain` pages come without the script; they have the program fetched for the pages after them.
pub fn shell(build: Build, is_plain: bool) -> impl IntoView {
    let Build { css, js, wasm, id } = build;
    view! {
        <!DOCTYPE html>
        <html lang="en-GB">
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="format-detection" content="telephone=no" />
                <meta name="theme-color" content="#005eb8" media="(prefers-color-scheme: light)" />
                <meta name="theme-color" content="#003f7d" media="(prefers-color-scheme: dark)" />
                <meta name="build" content=id />
                <link rel="stylesheet" href=css />
                <link rel="icon" href="data:," />
                {if is_plain {
                    view! { <link rel="prefetch" href=wasm r#as="fetch" crossorigin="anonymous" /> }.into_any()
                } else {
                    view! { <Start js wasm /> }.into_any()
                }}
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
fn Start(js: String, wasm: String) -> impl IntoView {
    let start = format!("import init,{{hydrate}} from {js:?};await init({{module_or_path:{wasm:?}}});hydrate();{ALIVE}");
    view! {
        <link rel="modulepreload" href=js />
        <link rel="preload" href=wasm r#as="fetch" r#type="application/wasm" crossorigin="anonymous" />
        <script type="module" nonce=use_nonce()>
            {start}
        </script>
    }
}
