//! `bench`: measures Homeward as a hospital would run it.

use std::process::Command;

use anyhow::Result;

use crate::server;
use crate::setup::{self, Purpose};
use crate::site::{self, Effort};
use crate::{house, program, say};

pub fn bench(arguments: &[String]) -> Result<()> {
    setup::prepare(Purpose::Run)?;
    site::build(Effort::Thorough)?;
    let [homeward, bench] = server::build_with_bench()?;
    say::step("bench", "the demo hospital under load", || {
        let mut bench = Command::new(bench);
        bench.current_dir(house::root()).args(arguments);
        bench.env("HOMEWARD_BIN", homeward).env("HOMEWARD_SITE", house::site());
        program::show(&mut bench)?;
        Ok("measured".to_owned())
    })
}
