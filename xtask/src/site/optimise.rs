//! Smaller modules that do the same.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use super::Effort;
use super::compress::kilobytes;
use super::fingerprint::Fingerprint;
use crate::{house, program, say};

/// What rustc takes for granted in every browser.
const ARGUMENTS: [&str; 7] = [
    "-Oz",
    "--enable-bulk-memory",
    "--enable-sign-ext",
    "--enable-nontrapping-float-to-int",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Answers where the small ones are, in the same order.
pub fn shrink(modules: &[PathBuf], effort: Effort) -> Result<Vec<PathBuf>> {
    let folder = effort.workshop().join("small");
    let stamp = effort.workshop().join("small.stamp");
    let small = modules.iter().filter_map(|module| Some(folder.join(module.file_name()?))).collect::<Vec<_>>();
    let mut fingerprint = Fingerprint::of(&ARGUMENTS.join(" ")).file(&house::tools().join("package-lock.json"))?;
    for module in modules {
        fingerprint = fingerprint.file(module)?;
    }
    if fingerprint.is_in(&stamp, &folder) {
        say::nothing_to_do("size", "unchanged");
        return Ok(small);
    }
    say::step("size", "wasm-opt makes the modules small", || {
        fs::create_dir_all(&folder)?;
        for (module, small) in modules.iter().zip(&small) {
            let mut optimiser = Command::new(house::tools().join("node_modules/.bin/wasm-opt"));
            program::quietly(optimiser.args(ARGUMENTS).arg(module).arg("-o").arg(small))?;
        }
        fingerprint.put_in(&stamp)?;
        Ok(format!("{} from {}", kilobytes(size(&small)?), kilobytes(size(modules)?)))
    })?;
    Ok(small)
}

fn size(modules: &[PathBuf]) -> Result<u64> {
    modules.iter().map(|module| Ok(fs::metadata(module)?.len())).sum()
}
