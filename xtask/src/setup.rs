//! `setup`: brings a machine to where Homeward can be built. Doing it twice does nothing twice.

mod apt;
mod debian;
mod npm;
mod pip;
mod rustup;
pub mod wasm;

use anyhow::{Result, bail};

use crate::{house, say};
use apt::Need;

/// What the machine is wanted for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    Run,
    Check,
    Test,
    Measure,
}

pub fn setup(arguments: &[String]) -> Result<()> {
    match arguments {
        [] => prepare(Purpose::Run)?,
        [one] if one == "--tests" => prepare(Purpose::Test)?,
        _ => bail!("`setup` takes --tests, or nothing"),
    }
    say::nothing_to_do("setup", "this machine has everything");
    Ok(())
}

/// Installs what is missing, and is silent about what is there.
pub fn prepare(purpose: Purpose) -> Result<()> {
    apt::install("tools", &[Need::program("cc", "gcc libc6-dev"), Need::program("node", "nodejs"), Need::program("npm", "npm")])?;
    if matches!(purpose, Purpose::Test | Purpose::Measure) {
        apt::install(
            "screens",
            &[Need::program("chromium", "chromium"), Need::folder("/usr/share/fonts/truetype/liberation", "fonts-liberation")],
        )?;
    }
    if purpose == Purpose::Test {
        apt::install(
            "tests",
            &[
                Need::folder("/usr/lib/postgresql", "postgresql"),
                Need::program("soffice", "libreoffice-calc-nogui"),
                Need::python_module("ensurepip", "python3-venv"),
            ],
        )?;
    }
    wasm::ensure()?;
    npm::install(&house::tools())?;
    if purpose != Purpose::Run {
        npm::install(&house::end2end())?;
    }
    if purpose == Purpose::Test {
        pip::install(&house::end2end())?;
    }
    if matches!(purpose, Purpose::Check | Purpose::Measure) {
        npm::install(&house::measures())?;
    }
    Ok(())
}
