//! `build`: the browser part and the server, without starting anything.

use anyhow::{Result, bail};

use crate::server::{self, Profile};
use crate::setup::{self, Purpose};
use crate::site::{self, Effort};

pub fn build(arguments: &[String]) -> Result<()> {
    let (profile, effort) = match arguments {
        [] => (Profile::Dev, Effort::Thorough),
        [one] if one == "--release" => (Profile::Release, Effort::Thorough),
        [one] if one == "--quick" => (Profile::Dev, Effort::Quick),
        _ => bail!("`build` takes one of --release and --quick, or nothing"),
    };
    setup::prepare(Purpose::Run)?;
    site::build(effort)?;
    server::build(profile)?;
    Ok(())
}
