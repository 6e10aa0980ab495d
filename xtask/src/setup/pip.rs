//! Packages for Python, exactly as the list of them says.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::Result;

use crate::{program, say};

/// Installs what `requirements.txt` in `folder` lists into an environment beside it, unless that list was installed last.
pub fn install(folder: &Path) -> Result<()> {
    let list = folder.join("requirements.txt");
    let wanted = fs::read(&list)?;
    let environment = folder.join(".venv");
    let installed = environment.join("installed-requirements.txt");
    if fs::read(&installed).is_ok_and(|last| last == wanted) {
        return Ok(());
    }
    let name = folder.file_name().unwrap_or_default().display().to_string();
    say::step("pip", &format!("packages of {name}"), || {
        program::quietly(Command::new("python3").args(["-m", "venv", "--clear"]).arg(&environment))?;
        let mut pip = Command::new(environment.join("bin/python"));
        pip.args(["-m", "pip", "install", "--disable-pip-version-check", "--require-hashes", "--only-binary", ":all:", "-r"]);
        program::quietly(pip.arg(&list))?;
        fs::write(&installed, wanted)?;
        Ok(format!("packages of {name} installed"))
    })
}
