//! The built site: styles, scripts and the browser part, under names that change with their contents.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use app::Build;
use axum::{middleware, response::Response, routing::any_service};
use http::{HeaderValue, StatusCode, header};
use tower_http::services::ServeDir;

/// What `cargo xtask build` made.
#[derive(Debug, Clone)]
pub struct Site {
    folder: PathBuf,
    pub build: Build,
}

impl Site {
    pub fn open(folder: &Path) -> Result<Self> {
        let file = folder.join("manifest.json");
        let missing = || format!("{} is missing: run `cargo xtask build` first, or name the folder with --site", file.display());
        let text = std::fs::read_to_string(&file).with_context(missing)?;
        let build = serde_json::from_str(&text).with_context(|| format!("reading {}", file.display()))?;
        Ok(Self { folder: folder.to_owned(), build })
    }

    /// A site without files, for tests of everything else.
    pub fn none() -> Self {
        let path = |name: &str| format!("/pkg/{name}");
        let build = Build {
            css: path("none.css"),
            js: path("none.js"),
            loader: path("none-parts.js"),
            wasm: path("none.wasm"),
            parts: BTreeMap::new(),
            id: "none".to_owned(),
        };
        Self { folder: PathBuf::from("/nonexistent"), build }
    }
}

/// Serves the files, ready compressed. A name that is not there is a real 404, never a page.
pub fn service(site: &Site) -> axum::routing::MethodRouter {
    let files = ServeDir::new(site.folder.join("pkg")).precompressed_br().precompressed_gzip();
    any_service(files).layer(middleware::map_response(keep_for_ever))
}

/// The pictures that the styles name. Their names stay when they change, so browsers ask whether they have.
pub fn pictures(site: &Site) -> ServeDir {
    ServeDir::new(site.folder.join("images")).precompressed_br().precompressed_gzip()
}

async fn keep_for_ever(mut response: Response) -> Response {
    if response.status() == StatusCode::OK || response.status() == StatusCode::NOT_MODIFIED {
        let for_ever = HeaderValue::from_static("public, max-age=31536000, immutable");
        response.headers_mut().insert(header::CACHE_CONTROL, for_ever);
    }
    response
}
