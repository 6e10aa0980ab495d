//! A smaller module that does the same.

use std::fs;
use std::path::{Path, PathBuf};
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

pub fn shrink(wasm: &Path, effort: Effort) -> Result<PathBuf> {
    let small = effort.workshop().join("small.wasm");
    let stamp = effort.workshop().join("small.stamp");
    let lock = house::tools().join("package-lock.json");
    let fingerprint = Fingerprint::of(&ARGUMENTS.join(" ")).file(&lock)?.file(wasm)?;
    if fingerprint.is_in(&stamp, &small) {
        say::nothing_to_do("size", "unchanged");
        return Ok(small);
    }
    say::step("size", "wasm-opt makes the module small", || {
        let mut optimiser = Command::new(house::tools().join("node_modules/.bin/wasm-opt"));
        program::quietly(optimiser.args(ARGUMENTS).arg(wasm).arg("-o").arg(&small))?;
        fingerprint.put_in(&stamp)?;
        Ok(format!("{} from {}", kilobytes(fs::metadata(&small)?.len()), kilobytes(fs::metadata(wasm)?.len())))
    })?;
    Ok(small)
}
