//! The browser part: everything that the server gives away as files.

mod bindings;
mod compile;
mod compress;
mod fingerprint;
mod optimise;
mod publish;
mod styles;

use std::path::PathBuf;

use anyhow::Result;

use crate::house;

/// How much work is put into small files.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Effort {
    /// What a hospital gets, and what the tests test.
    Thorough,
    /// For somebody who waits for a change to show.
    Quick,
}

impl Effort {
    /// Where the steps keep what they make, so that one effort does not undo the other.
    fn workshop(self) -> PathBuf {
        house::target().join("browser").join(match self {
            Self::Thorough => "thorough",
            Self::Quick => "quick",
        })
    }
}

/// The files of the program and its looks, before they get their public names.
struct Parts {
    js: PathBuf,
    wasm: PathBuf,
    css: PathBuf,
    /// JavaScript that crates bring along; the bindings import it by its path.
    snippets: PathBuf,
}

/// Builds into `target/site`, doing again only what its inputs ask for.
pub fn build(effort: Effort) -> Result<()> {
    let compiled = compile::compile(effort)?;
    let bound = bindings::generate(&compiled, effort)?;
    let wasm = match effort {
        Effort::Thorough => optimise::shrink(&bound.wasm, effort)?,
        Effort::Quick => bound.wasm,
    };
    let css = styles::bundle(effort)?;
    publish::publish(&Parts { js: bound.js, wasm, css, snippets: bound.snippets }, effort)
}
