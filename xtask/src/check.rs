//! `check`: formatting, lints and documentation; a warning is an error.

use std::process::Command;

use anyhow::Result;

use crate::setup::{self, Purpose, wasm};
use crate::{house, program, say};

const EVERYTHING: [&str; 3] = ["--workspace", "--exclude", "hydrate"];

pub fn check() -> Result<()> {
    format()?;
    setup::prepare(Purpose::Check)?;
    lints()?;
    browser_lints()?;
    documentation()?;
    test_scripts()
}

fn format() -> Result<()> {
    say::step("format", "cargo fmt --check", || {
        program::show(program::cargo().args(["fmt", "--all", "--check"]))?;
        Ok("as rustfmt has it".to_owned())
    })
}

fn lints() -> Result<()> {
    say::step("lints", "clippy on every crate", || {
        let mut clippy = program::cargo();
        clippy.arg("clippy").args(EVERYTHING).args(["--all-targets", "--", "-D", "warnings"]);
        program::show(&mut clippy)?;
        Ok("no warnings".to_owned())
    })
}

/// Where the browser's compiler is another one than the host's, its newer clippy would complain of other things:
/// there the host's clippy reads the browser part as if it were built for the host.
fn browser_lints() -> Result<()> {
    say::step("lints", "clippy on the browser part", || {
        let mut clippy = program::cargo();
        clippy.args(["clippy", "-p", "hydrate", "-p", "app", "--features", "app/hydrate"]);
        if wasm::find()? == Some(wasm::Toolchain::Host) {
            clippy.args(["--target", wasm::TARGET]);
        }
        program::show(clippy.args(["--", "-D", "warnings"]))?;
        Ok("no warnings".to_owned())
    })
}

fn documentation() -> Result<()> {
    say::step("docs", "rustdoc on every crate", || {
        let mut doc = program::cargo();
        doc.arg("doc").args(EVERYTHING).args(["--no-deps", "--document-private-items"]);
        program::show(doc.env("RUSTDOCFLAGS", "-D warnings"))?;
        Ok("no warnings".to_owned())
    })
}

fn test_scripts() -> Result<()> {
    say::step("types", "TypeScript reads the browser tests", || {
        let mut typescript = Command::new(house::end2end().join("node_modules/.bin/tsc"));
        program::show(typescript.current_dir(house::end2end()).arg("--noEmit"))?;
        Ok("no errors".to_owned())
    })
}
