//! Where things are.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;

/// The repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies inside the repository")
}

/// Everything that cargo and this program make.
pub fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |folder| root().join(folder))
}

/// What the server gives to browsers.
pub fn site() -> PathBuf {
    root().join("target/site")
}

/// The folder of the two build tools from npm.
pub fn tools() -> PathBuf {
    root().join("xtask/tools")
}

/// The folder of the tests that drive a real browser.
pub fn end2end() -> PathBuf {
    root().join("end2end")
}

/// The folder of what is measured in a real browser.
pub fn measures() -> PathBuf {
    end2end().join("measure")
}

/// What outlives this clone: the standard library built for the browser.
pub fn cache() -> PathBuf {
    let folder = |name| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    folder("XDG_CACHE_HOME")
        .or_else(|| folder("HOME").map(|home| home.join(".cache")))
        .unwrap_or_else(|| root().join(".tools"))
        .join("homeward")
}

/// All files below a folder, in order; none where there is no such folder.
pub fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let Ok(entries) = fs::read_dir(folder) else {
        return Ok(files);
    };
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(files_below(&path)?);
        } else {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}
