//! The server's program, and the one that measures it.

use std::path::PathBuf;

use anyhow::Result;

use crate::{house, program, say};

#[derive(Clone, Copy)]
pub enum Profile {
    /// What `make run` and `make test` share, so that they build once.
    Dev,
    /// What a hospital installs.
    Release,
}

/// Builds the server and answers where it is.
pub fn build(profile: Profile) -> Result<PathBuf> {
    build_programs(&["homeward"], profile)?;
    Ok(built(profile))
}

/// Where the server is, once anything has built it: cargo also does for its tests.
pub fn built(profile: Profile) -> PathBuf {
    folder(profile).join("homeward")
}

/// Builds the server as a hospital gets it, and what measures it, at once so that they share their dependencies.
pub fn build_with_bench() -> Result<[PathBuf; 2]> {
    let names = ["homeward", "homeward-bench"];
    build_programs(&names, Profile::Release)?;
    Ok(names.map(|name| folder(Profile::Release).join(name)))
}

fn folder(profile: Profile) -> PathBuf {
    house::target().join(match profile {
        Profile::Dev => "debug",
        Profile::Release => "release",
    })
}

fn build_programs(names: &[&str], profile: Profile) -> Result<()> {
    let word = match profile {
        Profile::Dev => "dev",
        Profile::Release => "release",
    };
    say::step("server", &format!("cargo builds {}, profile {word}", names.join(" and ")), || {
        // The same packages as in `cargo test`, so that shared dependencies get the same features and are built once.
        let mut cargo = program::cargo();
        cargo.args(["build", "--workspace", "--exclude", "hydrate", "--profile", word]);
        for name in names {
            cargo.args(["--bin", name]);
        }
        program::show(&mut cargo)?;
        Ok("built".to_owned())
    })
}
