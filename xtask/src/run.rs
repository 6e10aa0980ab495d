//! `run`: from a fresh clone to a hospital in the browser.

use std::os::unix::process::CommandExt as _;
use std::process::Command;

use anyhow::{Error, Result};

use crate::house;
use crate::server::{self, Profile};
use crate::setup::{self, Purpose};
use crate::site::{self, Effort};

pub fn run(mut arguments: Vec<String>) -> Result<()> {
    let effort = if take(&mut arguments, "--quick") { Effort::Quick } else { Effort::Thorough };
    let profile = if take(&mut arguments, "--release") { Profile::Release } else { Profile::Dev };
    setup::prepare(Purpose::Run)?;
    site::build(effort)?;
    let homeward = server::build(profile)?;

    // The server takes this program's place, so that Ctrl-C and signals reach it and nothing else.
    let mut serve = Command::new(&homeward);
    serve.current_dir(house::root()).arg("serve").args(arguments);
    Err(Error::new(serve.exec()).context("the server cannot be started"))
}

fn take(arguments: &mut Vec<String>, flag: &str) -> bool {
    let before = arguments.len();
    arguments.retain(|argument| argument != flag);
    arguments.len() < before
}
