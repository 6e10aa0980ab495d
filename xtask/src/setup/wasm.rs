//! A compiler that can build for the browser.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use super::{debian, rustup};
use crate::{house, program};

pub const TARGET: &str = "wasm32-unknown-unknown";

/// Whose standard library for the browser is used.
#[derive(PartialEq, Eq)]
pub enum Toolchain {
    /// The compiler that builds everything else has it.
    Host,
    /// Debian's compiler, with a library built here.
    Debian(PathBuf),
}

impl Toolchain {
    pub fn cargo(&self) -> Command {
        match self {
            Self::Host => program::cargo(),
            Self::Debian(folder) => debian::cargo(folder),
        }
    }

    /// Differs where the artefacts of one cannot be used by the other.
    pub fn identity(&self) -> Result<String> {
        match self {
            Self::Host => program::read(Command::new(host_rustc()).current_dir(house::root()).arg("-vV")),
            Self::Debian(folder) => Ok(folder.display().to_string()),
        }
    }
}

/// Finds one, or makes one: rustup's download first, else Debian's compiler.
pub fn ensure() -> Result<()> {
    if find()?.is_some() || (rustup::add_target() && find()?.is_some()) {
        return Ok(());
    }
    debian::build_library()?;
    if find()?.is_none() {
        bail!("no compiler for {TARGET}: run `rustup target add {TARGET}` and try again");
    }
    Ok(())
}

pub fn find() -> Result<Option<Toolchain>> {
    let folder = program::read(Command::new(host_rustc()).current_dir(house::root()).args([
        "--print",
        "target-libdir",
        "--target",
        TARGET,
    ]))?;
    if has_library(Path::new(&folder)) {
        return Ok(Some(Toolchain::Host));
    }
    Ok(debian::library()?.map(Toolchain::Debian))
}

/// Whether a folder holds the standard library, whole.
pub fn has_library(folder: &Path) -> bool {
    let Ok(files) = fs::read_dir(folder) else {
        return false;
    };
    files.flatten().any(|file| file.file_name().to_string_lossy().starts_with("libstd-"))
}

fn host_rustc() -> OsString {
    env::var_os("RUSTC").unwrap_or_else(|| "rustc".into())
}
