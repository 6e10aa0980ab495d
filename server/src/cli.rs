//! The command line.

use std::{collections::HashMap, path::PathBuf};

use clap::{Arg, ArgMatches, Command, FromArgMatches, Subcommand};
use domain::StayId;

use crate::settings::SETTINGS;

/// What was asked for on the command line.
pub struct Asked {
    pub command: Verb,
    /// Settings given as flags, by their keys.
    pub given: HashMap<String, String>,
    pub print_config: bool,
}

#[derive(Subcommand)]
pub enum Verb {
    /// Serve the board (the default)
    Serve,
    /// Bring the database's schema up to date
    Migrate,
    /// Fill an empty database with the invented demo hospital
    Demo {
        /// Leave out the 24 months of past stays
        #[arg(long)]
        no_history: bool,
        /// Play a day in the demo hospital: admissions, moves, task updates, discharges
        #[arg(long)]
        live: bool,
        /// How many times faster than real the day goes
        #[arg(long, default_value_t = 1.0)]
        speed: f64,
        /// Write a sample ward list with today's dates instead (.csv or .xlsx)
        #[arg(long, value_name = "FILE")]
        sheet: Option<PathBuf>,
    },
    /// Bring in a ward's list (.csv or .xlsx)
    Import {
        file: PathBuf,
        /// Say row by row what would happen, and change nothing
        #[arg(long)]
        dry_run: bool,
        /// The ward's code, for a list without a ward column
        #[arg(long)]
        ward: Option<String>,
        /// The username in whose name the list comes in: a discharge coordinator
        #[arg(long = "as", value_name = "USERNAME")]
        by: String,
    },
    /// Add a user; the password is asked for on the terminal
    User {
        username: String,
        /// The name as colleagues know it
        #[arg(long)]
        name: String,
        /// A role: `administrator`, `discharge-coordinator`, `trust-lead`, `ward:CODE` or `team:CODE`; may be repeated
        #[arg(long = "role", required = true)]
        roles: Vec<String>,
        /// Read the password from standard input instead
        #[arg(long)]
        password_stdin: bool,
    },
    /// Write a consistent copy of the SQLite database while it is in use
    Backup { to: PathBuf },
    /// Check the log's chain of hashes and name the first broken link
    VerifyLog,
    /// Print who has looked at a patient, or at whom somebody has looked
    #[command(group(clap::ArgGroup::new("whose").required(true)))]
    Views {
        /// The patient's stay: the id in the address of their page
        #[arg(long, group = "whose", value_name = "ID")]
        stay: Option<StayId>,
        /// The username of who looked
        #[arg(long, group = "whose", value_name = "USERNAME")]
        account: Option<String>,
    },
}

impl Asked {
    /// Reads the program's arguments; ends the program with help or a clear message where that is called for.
    pub fn read() -> Self {
        Self::from_matches(&command().get_matches())
    }

    fn from_matches(matches: &ArgMatches) -> Self {
        let given = SETTINGS
            .iter()
            .filter_map(|setting| Some((setting.key.to_owned(), matches.get_one::<String>(setting.key)?.clone())))
            .collect();
        let command = Verb::from_arg_matches(matches).unwrap_or(Verb::Serve);
        Self { command, given, print_config: matches.get_flag("print-config") }
    }
}

/// The command with a flag for every setting.
pub fn command() -> Command {
    let command = Command::new("homeward")
        .about("Homeward, the open discharge board: every patient, every task that still blocks going home, live.")
        .version(env!("CARGO_PKG_VERSION"))
        .after_help("With no command at all, homeward serves. See docs/settings.md for the settings.")
        .arg(
            Arg::new("print-config")
                .long("print-config")
                .help("Print every setting, with where it came from, and stop")
                .action(clap::ArgAction::SetTrue)
                .global(true),
        );
    let command = SETTINGS.iter().fold(command, |command, setting| {
        let flag = Arg::new(setting.key).long(setting.key).value_name("VALUE").global(true).help_heading("Settings");
        // `--demo` alone says yes.
        let flag = if setting.expected == "yes or no" { flag.num_args(0..=1).default_missing_value("yes") } else { flag };
        let default = if setting.default.is_empty() { String::new() } else { format!(" [default: {}]", setting.default) };
        command.arg(flag.help(format!("{} [env: {}]{default}", setting.help, setting.variable)))
    });
    Verb::augment_subcommands(command)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_is_well_formed() {
        command().debug_assert();
    }

    #[test]
    fn settings_may_stand_before_or_after_the_verb() {
        let matches = command().try_get_matches_from(["homeward", "serve", "--demo", "--listen", "127.0.0.1:0"]).expect("legal");
        let asked = Asked::from_matches(&matches);
        assert_eq!(asked.given.get("demo").map(String::as_str), Some("yes"));
        assert_eq!(asked.given.get("listen").map(String::as_str), Some("127.0.0.1:0"));
        assert!(matches!(asked.command, Verb::Serve));
    }

    #[test]
    fn nothing_at_all_serves() {
        let matches = command().try_get_matches_from(["homeward"]).expect("legal");
        assert!(matches!(Asked::from_matches(&matches).command, Verb::Serve));
    }
}
