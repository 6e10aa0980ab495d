//! The build of Homeward: sets up a machine, builds the browser part, runs, tests and measures.

mod bench;
mod build;
mod check;
mod house;
mod program;
mod run;
mod say;
mod seldom;
mod server;
mod setup;
mod site;
mod test;

use std::process::ExitCode;

const HELP: &str = "\
cargo xtask COMMAND

  setup                  install what running Homeward needs; `setup --tests` also what its tests need
  build                  the browser part and the server; --release for a hospital, --quick for a short wait
  run [ARGUMENTS]        set up, build and serve; --release and --quick as above, the rest goes to the server
  test                   everything; `test rust` or `test screens [PLAYWRIGHT ARGUMENTS]` for a part
  check                  formatting, lints and documentation
  bench                  build for release and measure; `bench load`, `bench large [YEARS]` or
                         `bench screens [PLAYWRIGHT ARGUMENTS]` for a part
  seldom                 look again which functions a board does without at first";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let command = arguments.next().unwrap_or_default();
    let rest: Vec<String> = arguments.collect();
    let outcome = match command.as_str() {
        "setup" => setup::setup(&rest),
        "build" => build::build(&rest),
        "run" => run::run(rest),
        "test" => test::test(&rest),
        "check" => check::check(),
        "bench" => bench::bench(&rest),
        "seldom" => seldom::look(&rest),
        _ => {
            println!("{HELP}");
            return ExitCode::from(u8::from(!matches!(command.as_str(), "" | "help" | "--help")));
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            say::failed(&reason);
            ExitCode::FAILURE
        }
    }
}
