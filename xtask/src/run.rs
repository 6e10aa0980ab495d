//! `run`: from a fresh clone to a hospital in the browser.

use std::os::unix::process::CommandExt as _;
use std::path::Path;
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
    Err(Error::new(serve(&homeward, &arguments).exec()).context("the server cannot be started"))
}

/// The demo hospital, on the settings that were given besides.
fn serve(homeward: &Path, arguments: &[String]) -> Command {
    let mut serve = Command::new(homeward);
    serve.current_dir(house::root()).args(["serve", "--demo"]).args(arguments);
    serve
}

fn take(arguments: &mut Vec<String>, flag: &str) -> bool {
    let before = arguments.len();
    arguments.retain(|argument| argument != flag);
    arguments.len() < before
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_newcomer_without_settings_gets_the_demo_hospital() {
        let serve = serve(Path::new("homeward"), &["--listen".to_owned(), "127.0.0.1:0".to_owned()]);
        let arguments: Vec<_> = serve.get_args().collect();
        assert_eq!(arguments, ["serve", "--demo", "--listen", "127.0.0.1:0"]);
    }

    #[test]
    fn what_is_for_the_build_is_not_for_the_server() {
        let mut arguments = vec!["--quick".to_owned(), "--log".to_owned(), "debug".to_owned()];
        assert!(take(&mut arguments, "--quick") && !take(&mut arguments, "--release"));
        assert_eq!(arguments, ["--log", "debug"]);
    }
}
