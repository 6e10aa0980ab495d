//! The JavaScript that loads the module and lends it the browser's functions.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;
use wasm_bindgen_cli_support::Bindgen;

use super::Effort;
use super::fingerprint::Fingerprint;
use crate::say;

pub struct Bound {
    pub js: PathBuf,
    pub wasm: PathBuf,
    pub snippets: PathBuf,
}

pub fn generate(main: &Path, effort: Effort) -> Result<Bound> {
    let folder = effort.workshop().join("bindings");
    let stamp = effort.workshop().join("bindings.stamp");
    let bound =
        Bound { js: folder.join("homeward.js"), wasm: folder.join("homeward_bg.wasm"), snippets: folder.join("snippets") };
    let fingerprint = Fingerprint::of("web, with the linker's exports and names").file(main)?;
    if fingerprint.is_in(&stamp, &bound.wasm) {
        say::nothing_to_do("bindings", "unchanged");
        return Ok(bound);
    }
    say::step("bindings", "wasm-bindgen writes them", || {
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        let mut bindgen = Bindgen::new();
        bindgen.input_path(main).out_name("homeward").web(true)?.typescript(false);
        // The page says where the module is; a default path would lack the hash in its name.
        bindgen.omit_default_module_path(true);
        // The parts find what they share with the main module under the names that the linker gave it.
        bindgen.keep_lld_exports(true).demangle(false);
        if effort == Effort::Thorough {
            bindgen.remove_producers_section(true);
        }
        bindgen.generate(&folder)?;
        fingerprint.put_in(&stamp)?;
        Ok("written".to_owned())
    })?;
    Ok(bound)
}
