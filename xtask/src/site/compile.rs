//! The `hydrate` crate, compiled for the browser.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::Effort;
use crate::setup::wasm::{self, TARGET};
use crate::{house, program, say};

/// Answers where the compiled module is.
pub fn compile(effort: Effort) -> Result<PathBuf> {
    let profile = match effort {
        Effort::Thorough | Effort::Marked => "wasm-release",
        Effort::Quick => "wasm-quick",
    };
    let folder = house::target().join("browser");
    say::step("browser", &format!("cargo compiles it, profile {profile}"), || {
        let toolchain = wasm::find()?.context("nothing here compiles for the browser: run `cargo xtask setup`")?;
        forget_other_toolchain(&folder, &toolchain.identity()?)?;
        let mut cargo = toolchain.cargo();
        cargo.args(["rustc", "--package", "hydrate", "--target", TARGET, "--profile", profile]);
        // What refers to what stays written down: it is how the parts are told apart.
        cargo.arg("--target-dir").arg(&folder).args(["--", "-C", "link-args=--emit-relocs"]);
        program::show(&mut cargo)?;
        Ok("compiled".to_owned())
    })?;
    Ok(folder.join(TARGET).join(profile).join("hydrate.wasm"))
}

/// Cargo does not notice that the standard library below it is another one, and fails with «can't find crate».
fn forget_other_toolchain(folder: &Path, identity: &str) -> Result<()> {
    let stamp = folder.join(".toolchain");
    if fs::read_to_string(&stamp).is_ok_and(|last| last == identity) {
        return Ok(());
    }
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;
    Ok(fs::write(stamp, identity)?)
}
