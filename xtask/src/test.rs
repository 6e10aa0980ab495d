//! `test`: rules, databases and server by cargo, screens by Playwright in a real Chromium.

use std::path::Path;

use anyhow::{Result, bail};

use crate::server::{self, Profile};
use crate::setup::{self, Purpose};
use crate::site::{self, Effort};
use crate::{program, say};

pub fn test(arguments: &[String]) -> Result<()> {
    setup::prepare(Purpose::Test)?;
    match arguments {
        [] => {
            rust(&[])?;
            // The server that its own tests have just run.
            screens(&server::built(Profile::Dev), &[])
        }
        [part, rest @ ..] if part == "rust" => rust(rest),
        [part, rest @ ..] if part == "screens" => screens(&server::build(Profile::Dev)?, rest),
        [part, ..] => {
            bail!("there is no test part «{part}»: say rust or screens, or nothing for both")
        }
    }
}

fn rust(arguments: &[String]) -> Result<()> {
    say::step("rust", "cargo tests every crate of Homeward's", || {
        let mut cargo = program::cargo();
        cargo.args(["test", "--workspace", "--exclude", "hydrate", "--exclude", "xtask"]).args(arguments);
        program::show(&mut cargo)?;
        Ok("all tests passed".to_owned())
    })?;
    if arguments.is_empty() { own() } else { Ok(()) }
}

/// Apart from the others: what this program is made of is built already, and beside them it would be built with other features.
fn own() -> Result<()> {
    say::step("rust", "cargo tests the tools that build it", || {
        program::show(program::cargo().args(["test", "--package", "xtask"]))?;
        Ok("all tests passed".to_owned())
    })
}

fn screens(homeward: &Path, arguments: &[String]) -> Result<()> {
    site::build(Effort::Thorough)?;
    say::step("screens", "Playwright drives Chromium", || {
        program::show(program::playwright(homeward).args(arguments))?;
        Ok("all tests passed".to_owned())
    })
}
