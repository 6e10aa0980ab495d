//! The server's program.

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
    let (word, folder) = match profile {
        Profile::Dev => ("dev", "debug"),
        Profile::Release => ("release", "release"),
    };
    say::step("server", &format!("cargo builds it, profile {word}"), || {
        // The same packages as in `cargo test`, so that shared dependencies get the same features and are built once.
        let chosen = ["build", "--workspace", "--exclude", "hydrate", "--bin", "homeward", "--profile", word];
        program::show(program::cargo().args(chosen))?;
        Ok("built".to_owned())
    })?;
    Ok(house::target().join(folder).join("homeward"))
}
