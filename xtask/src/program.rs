//! Runs other programs: with their output shown, taken, or kept for when they fail.

use std::env;
use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::house;

/// Cargo as a person would call it in the repository.
pub fn cargo() -> Command {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(house::root());
    forget_own_package(&mut cargo);
    cargo
}

/// What cargo tells this program of itself; some build scripts would take it for theirs, and build anew.
pub fn forget_own_package(command: &mut Command) {
    for (name, _) in env::vars_os() {
        let text = name.to_string_lossy();
        if text.starts_with("CARGO_PKG_") || text.starts_with("CARGO_MANIFEST_") {
            command.env_remove(&name);
        }
    }
}

/// Runs a program whose output people want to follow.
pub fn show(command: &mut Command) -> Result<()> {
    let status = command.stdin(Stdio::null()).status().with_context(|| missing(command))?;
    if !status.success() {
        bail!("`{}` failed", spoken(command));
    }
    Ok(())
}

/// Runs a program whose output matters only where it fails.
pub fn quietly(command: &mut Command) -> Result<()> {
    read(command).map(drop)
}

/// What a program writes to its standard output.
pub fn read(command: &mut Command) -> Result<String> {
    let output = command.stdin(Stdio::null()).output().with_context(|| missing(command))?;
    if !output.status.success() {
        eprint!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        bail!("`{}` failed", spoken(command));
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Whether a program of this name can be called.
pub fn is_installed(name: impl AsRef<OsStr>) -> bool {
    let name = Path::new(name.as_ref());
    env::var_os("PATH").is_some_and(|path| env::split_paths(&path).any(|folder| folder.join(name).is_file()))
}

fn missing(command: &Command) -> String {
    format!("`{}` cannot be started; is it installed?", command.get_program().display())
}

fn spoken(command: &Command) -> String {
    let name = Path::new(command.get_program()).file_name().unwrap_or_default();
    let words = std::iter::once(name).chain(command.get_args()).map(OsStr::to_string_lossy);
    words.collect::<Vec<_>>().join(" ")
}

/// Playwright at its work, with what it drives.
pub fn playwright(homeward: &Path) -> Command {
    let mut playwright = Command::new(house::end2end().join("node_modules/.bin/playwright"));
    playwright.current_dir(house::end2end()).arg("test");
    playwright.env("HOMEWARD_BIN", homeward).env("HOMEWARD_SITE", house::site());
    playwright
}
