//! The browser part: everything that the server gives away as files.

mod bindings;
mod compile;
mod compress;
mod fingerprint;
mod optimise;
mod publish;
pub mod seldom;
mod split;
mod styles;

use std::path::PathBuf;

use anyhow::Result;

use crate::house;
use seldom::Parted;
use split::Split;

/// How much work is put into small files.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Effort {
    /// What a hospital gets, and what the tests test.
    Thorough,
    /// For somebody who waits for a change to show.
    Quick,
    /// For a look at what is called.
    Marked,
}

impl Effort {
    /// Where the steps keep what they make, so that one effort does not undo the other.
    fn workshop(self) -> PathBuf {
        house::target().join("browser").join(match self {
            Self::Thorough => "thorough",
            Self::Quick => "quick",
            Self::Marked => "marked",
        })
    }
}

/// The files of the program and its looks, before they get their public names.
struct Made {
    js: PathBuf,
    /// The main module, then the parts.
    modules: Vec<PathBuf>,
    /// The script that fetches the parts.
    loader: PathBuf,
    /// Which files each part consists of.
    index: PathBuf,
    css: PathBuf,
    /// JavaScript that crates bring along; the bindings import it by its path.
    snippets: PathBuf,
}

/// Builds into `target/site`, doing again only what its inputs ask for.
pub fn build(effort: Effort) -> Result<()> {
    let compiled = compile::compile(effort)?;
    let Split { main, loader, parts, index } = split::split(&compiled, effort)?;
    let bound = bindings::generate(&main, effort)?;
    let loader = seldom::loader(&loader, effort)?;
    let modules = match effort {
        Effort::Thorough => {
            let Parted { main, seldom } = seldom::part(&bound.wasm, effort)?;
            optimise::shrink(&[vec![main, seldom], parts].concat(), effort)?
        }
        Effort::Quick => [vec![bound.wasm], parts].concat(),
        Effort::Marked => [vec![seldom::mark(&bound.wasm, effort)?], parts].concat(),
    };
    let css = styles::bundle(effort)?;
    publish::publish(&Made { js: bound.js, modules, loader, index, css, snippets: bound.snippets }, effort)
}
