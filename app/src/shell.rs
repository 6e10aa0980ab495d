//! The document around the app: what the browser needs to show it, and the script that brings it to life.

use leptos::{nonce::use_nonce, prelude::*};
use leptos_meta::MetaTags;

use crate::{App, components::IconSprite};

/// Where the built files are, from the build's manifest.
#[derive(Debug, Clone)]
pub struct ShellOptions {
    pub css: String,
    pub js: String,
    pub wasm: String,
    /// The build's id: a page and the files it names belong together.
    pub build: String,
}

/// Told to whoever drives the browser: from here on a tap is heard.
const ALIVE: &str = "document.documentElement.dataset.hydrated='';";

pub fn shell(options: ShellOptions) -> impl IntoView {
    let ShellOptions { css, js, wasm, build } = options;
    let start = format!("import init,{{hydrate}} from {js:?};await init({{module_or_path:{wasm:?}}});hydrate();{ALIVE}");
    view! {
        <!DOCTYPE html>
        <html lang="en-GB">
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="format-detection" content="telephone=no" />
                <meta name="theme-color" content="#005eb8" />
                <meta name="build" content=build />
                <link rel="stylesheet" href=css />
                <link rel="icon" href="data:," />
                <link rel="modulepreload" href=js />
                <link rel="preload" href=wasm r#as="fetch" r#type="application/wasm" crossorigin="anonymous" />
                <script type="module" nonce=use_nonce()>
                    {start}
                </script>
                <MetaTags />
            </head>
            <body>
                <App />
                <IconSprite />
            </body>
        </html>
    }
}
