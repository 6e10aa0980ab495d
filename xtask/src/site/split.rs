//! The module in parts: the board's own, and what the browser fetches when the board is alive.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow};
use wasm_split_cli_support::{Options, transform};

use super::Effort;
use super::fingerprint::Fingerprint;
use crate::{house, say};

/// The script that fetches parts, by its path from the program's own script.
const LOADER: &str = "./parts.js";

pub struct Split {
    /// What every page needs.
    pub main: PathBuf,
    pub loader: PathBuf,
    pub parts: Vec<PathBuf>,
    /// Which files each part consists of: a JSON object of lists of file names without `.wasm`.
    pub index: PathBuf,
}

pub fn split(compiled: &Path, effort: Effort) -> Result<Split> {
    let folder = effort.workshop().join("split");
    let stamp = effort.workshop().join("split.stamp");
    let (main, index) = (folder.join("main.wasm"), effort.workshop().join("parts.json"));
    let fingerprint = Fingerprint::of(LOADER).file(compiled)?;
    if fingerprint.is_in(&stamp, &index) {
        say::nothing_to_do("parts", "unchanged");
    } else {
        say::step("parts", "the module is split", || {
            if folder.exists() {
                fs::remove_dir_all(&folder)?;
            }
            let module = fs::read(compiled)?;
            let mut options = Options::new(&module);
            options.output_dir = &folder;
            options.main_out_path = &main;
            options.link_name = LOADER;
            options.main_module = "./homeward.js";
            let files = transform(options).map_err(|error| anyhow!("{error:#}"))?.prefetch_map;
            fs::write(&index, serde_json::to_string(&files.into_iter().collect::<BTreeMap<_, _>>())?)?;
            fingerprint.put_in(&stamp)?;
            Ok("split".to_owned())
        })?;
    }
    let loader = folder.join(LOADER);
    let parts = house::files_below(&folder)?.into_iter().filter(|file| *file != main && *file != loader).collect();
    Ok(Split { main, loader, parts, index })
}
