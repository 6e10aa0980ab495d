//! The document around the app: what the browser needs to show it, and the script that brings it to life.

use leptos::{nonce::use_nonce, prelude::*};
use leptos_meta::MetaTags;
use leptos_router::location::RequestUrl;

use crate::{App, components::IconSprite, pages::is_plain};

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
    let is_plain = use_context::<RequestUrl>().is_some_and(|url| is_plain(url.as_ref()));
    let start = format!("import init,{{hydrate}} from {js:?};await init({{module_or_path:{wasm:?}}});hydrate();{ALIVE}");
    let start = if is_plain { ALIVE.to_owned() } else { start };
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
                <BrowserPart js wasm is_plain />
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

/// Has the browser part fetched at once; from a page of plain forms at leisure, for the one that comes next.
#[component]
fn BrowserPart(js: String, wasm: String, is_plain: bool) -> impl IntoView {
    if is_plain {
        view! {
            <link rel="prefetch" href=js />
            <link rel="prefetch" href=wasm r#as="fetch" r#type="application/wasm" crossorigin="anonymous" />
        }
        .into_any()
    } else {
        view! {
            <link rel="modulepreload" href=js />
            <link rel="preload" href=wasm r#as="fetch" r#type="application/wasm" crossorigin="anonymous" />
        }
        .into_any()
    }
}
