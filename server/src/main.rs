//! `homeward`: one program for everything a hospital runs.

use std::process::ExitCode;

use mimalloc::MiMalloc;
use server::{cli::Asked, commands, settings::Settings};

/// A page is made of many small pieces: with the system's allocator half of its time went into finding room for them.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    let asked = Asked::read();
    let settings = match Settings::resolve(&asked.given) {
        Ok(settings) => settings,
        Err(problem) => return fail(&problem.into()),
    };
    if asked.print_config {
        print!("{}", settings.table());
        return ExitCode::SUCCESS;
    }
    commands::start_logging(&settings);
    match commands::run(asked.command, settings) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => fail(&problem),
    }
}

fn fail(problem: &anyhow::Error) -> ExitCode {
    eprintln!("homeward: {problem:#}");
    ExitCode::FAILURE
}
