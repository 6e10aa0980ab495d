//! Packages from npm, exactly as the lock file has them.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::Result;

use crate::{program, say};

/// Installs the packages of `folder`, unless its lock file is the one that was installed last.
pub fn install(folder: &Path) -> Result<()> {
    let lock = fs::read(folder.join("package-lock.json"))?;
    let installed = folder.join("node_modules/.installed-lock.json");
    if fs::read(&installed).is_ok_and(|last| last == lock) {
        return Ok(());
    }
    let name = folder.file_name().unwrap_or_default().display().to_string();
    say::step("npm", &format!("packages of {name}"), || {
        program::quietly(Command::new("npm").current_dir(folder).args(["ci", "--ignore-scripts"]))?;
        fs::write(&installed, lock)?;
        Ok(format!("packages of {name} installed"))
    })
}
