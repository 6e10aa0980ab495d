//! `bench`: measures Homeward as a hospital would run it, the server under load and the screens in a slow browser.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use crate::server::{self, Profile};
use crate::setup::{self, Purpose};
use crate::site::{self, Effort};
use crate::{house, program, say};

pub fn bench(arguments: &[String]) -> Result<()> {
    setup::prepare(Purpose::Measure)?;
    site::build(Effort::Thorough)?;
    match arguments {
        [] => {
            let homeward = load()?;
            screens(&homeward, &[])?;
            large(&[])
        }
        [part] if part == "load" => load().map(drop),
        [part, years @ ..] if part == "large" => large(years),
        [part, rest @ ..] if part == "screens" => screens(&server::build(Profile::Release)?, rest),
        _ => bail!("`bench` takes load, screens or large, or nothing for all of them"),
    }
}

/// Answers where the server that was measured is.
fn load() -> Result<PathBuf> {
    let [homeward, bench] = server::build_with_bench()?;
    say::step("bench", "the demo hospital under load", || {
        let mut bench = Command::new(bench);
        measure(bench.current_dir(house::root()), &homeward)
    })?;
    Ok(homeward)
}

/// Years of a large trust on both databases; all of [1, 2, 4, 10] where none are named.
fn large(years: &[String]) -> Result<()> {
    let [homeward, bench] = server::build_with_bench()?;
    say::step("bench", "years of a large trust on both databases", || {
        let mut bench = Command::new(bench);
        measure(bench.current_dir(house::root()).arg("large").args(years), &homeward)
    })
}

fn screens(homeward: &Path, arguments: &[String]) -> Result<()> {
    say::step("bench", "the screens in a slow browser", || {
        program::show(program::playwright(homeward).args(["--config", "measure"]).args(arguments))?;
        Ok("measured".to_owned())
    })
}

fn measure(program: &mut Command, homeward: &Path) -> Result<String> {
    program::show(program.env("HOMEWARD_BIN", homeward).env("HOMEWARD_SITE", house::site()))?;
    Ok("measured".to_owned())
}
