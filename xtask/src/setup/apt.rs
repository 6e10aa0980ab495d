//! Programs and files that Debian's packages bring.

use std::io::{IsTerminal, stdin};
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::{program, say};

/// Something that must be on the machine, and the packages it comes in.
pub struct Need {
    what: String,
    packages: String,
    is_there: bool,
}

impl Need {
    pub fn program(name: &str, packages: &str) -> Self {
        Self { what: name.to_owned(), packages: packages.to_owned(), is_there: program::is_installed(name) }
    }

    pub fn file(path: &str, packages: &str) -> Self {
        Self { what: path.to_owned(), packages: packages.to_owned(), is_there: Path::new(path).is_file() }
    }

    pub fn folder(path: &str, packages: &str) -> Self {
        Self { what: path.to_owned(), packages: packages.to_owned(), is_there: Path::new(path).is_dir() }
    }

    /// Of the Python that is called `python3`.
    pub fn python_module(name: &str, packages: &str) -> Self {
        let mut python = Command::new("python3");
        let python = python.args(["-c", &format!("import {name}")]).stderr(Stdio::null());
        let is_there = python.status().is_ok_and(|status| status.success());
        Self { what: format!("Python's {name}"), packages: packages.to_owned(), is_there }
    }
}

/// Asks apt for what is not there, and for nothing else.
pub fn install(step: &str, needs: &[Need]) -> Result<()> {
    let missing: Vec<&Need> = needs.iter().filter(|need| !need.is_there).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let packages: Vec<&str> = missing.iter().flat_map(|need| need.packages.split(' ')).collect();
    let names: Vec<&str> = missing.iter().map(|need| need.what.as_str()).collect();
    let sentence = || format!("{} missing: install {} and try again", names.join(", "), packages.join(", "));
    if !program::is_installed("apt-get") {
        bail!(sentence());
    }
    say::step(step, &format!("apt installs {}", packages.join(", ")), || {
        // The lists of packages may be old or absent: ask for new ones only where the first try fails.
        get(&packages).or_else(|_| refresh().and_then(|()| get(&packages))).with_context(sentence)?;
        Ok(format!("installed {}", packages.join(", ")))
    })
}

fn get(packages: &[&str]) -> Result<()> {
    program::quietly(apt_get()?.args(["install", "-y", "--no-install-recommends"]).args(packages))
}

fn refresh() -> Result<()> {
    say::instead("apt", "the lists of packages are old, asking for new ones");
    program::quietly(apt_get()?.arg("update"))
}

fn apt_get() -> Result<Command> {
    let is_root = Path::new("/proc/self").metadata().is_ok_and(|process| process.uid() == 0);
    let mut command = if is_root {
        Command::new("env")
    } else {
        if !program::is_installed("sudo") {
            bail!("packages can only be installed by root, and there is no sudo");
        }
        let mut sudo = Command::new("sudo");
        // Nobody can type a password where there is no terminal.
        sudo.args(if stdin().is_terminal() { &["env"][..] } else { &["-n", "env"] });
        sudo
    };
    command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"]);
    Ok(command)
}
