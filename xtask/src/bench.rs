//! `bench`: measures Homeward as a hospital would run it.

use anyhow::Result;

use crate::server::{self, Profile};
use crate::setup::{self, Purpose};
use crate::site::{self, Effort};
use crate::{house, program, say};

pub fn bench(arguments: &[String]) -> Result<()> {
    setup::prepare(Purpose::Run)?;
    site::build(Effort::Thorough)?;
    let homeward = server::build(Profile::Release)?;
    say::step("bench", "a large hospital under load", || {
        let mut bench = program::cargo();
        bench.args(["run", "--release", "--package", "bench", "--bin", "homeward-bench", "--"]).args(arguments);
        bench.env("HOMEWARD_BIN", homeward).env("HOMEWARD_SITE", house::site());
        program::show(&mut bench)?;
        Ok("measured".to_owned())
    })
}
