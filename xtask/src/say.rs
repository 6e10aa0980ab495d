//! One line when a step begins, one when it is done, with the seconds it took.

use std::fmt::Display;
use std::io::{IsTerminal, stderr};
use std::time::Instant;

use anyhow::{Context, Error, Result};

const GREEN: &str = "32";
const RED: &str = "31";
const DIM: &str = "2";

/// A step whose work shows its own progress, or takes long: `work` answers with what came of it.
pub fn step(name: &str, what: &str, work: impl FnOnce() -> Result<String>) -> Result<()> {
    eprintln!("{} {name:<10} {}", coloured(DIM, "→"), coloured(DIM, what));
    let began = Instant::now();
    let outcome = work().with_context(|| format!("{name}: {what}"))?;
    let seconds = format!("{:.1} s", began.elapsed().as_secs_f64());
    eprintln!("{} {name:<10} {outcome:<60} {}", coloured(GREEN, "✓"), coloured(DIM, &seconds));
    Ok(())
}

/// A step that had nothing to do.
pub fn nothing_to_do(name: &str, why: &str) {
    eprintln!("{} {name:<10} {}", coloured(GREEN, "✓"), coloured(DIM, why));
}

/// A step that did not work, where there is another way.
pub fn instead(name: &str, why: impl Display) {
    eprintln!("{} {name:<10} {why}", coloured(DIM, "·"));
}

/// The last line of a run that failed.
pub fn failed(reason: &Error) {
    eprintln!("{} {reason:#}", coloured(RED, "✗"));
}

fn coloured(colour: &str, text: &str) -> String {
    if stderr().is_terminal() { format!("\u{1b}[{colour}m{text}\u{1b}[0m") } else { text.to_owned() }
}
