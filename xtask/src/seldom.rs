//! `seldom`: looks what the boards call when they open and answer, and writes down what they do without (`site/seldom.rs`).

use std::collections::HashSet;
use std::fs;

use anyhow::{Result, bail};

use crate::server::{self, Profile};
use crate::setup::{self, Purpose};
use crate::site::{self, Effort, seldom};
use crate::{house, program, say};

pub fn look(arguments: &[String]) -> Result<()> {
    if !arguments.is_empty() {
        bail!("`seldom` takes nothing");
    }
    setup::prepare(Purpose::Test)?;
    let homeward = server::build(Profile::Dev)?;
    site::build(Effort::Marked)?;
    let found = house::target().join("seldom");
    if found.exists() {
        fs::remove_dir_all(&found)?;
    }
    say::step("seldom", "Playwright walks over the boards", || {
        program::show(program::playwright(&homeward).args(["--config", "walk"]).env("HOMEWARD_CALLED", &found))?;
        let mut called = HashSet::new();
        for file in house::files_below(&found)? {
            called.extend(serde_json::from_slice::<Vec<usize>>(&fs::read(file)?)?);
        }
        seldom::write_list(&called)
    })
}
