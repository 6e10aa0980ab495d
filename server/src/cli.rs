//! The command line.

use std::{collections::HashMap, path::PathBuf, str::FromStr};

use clap::{Arg, ArgMatches, Command, FromArgMatches, Subcommand};
use domain::{
    StayId,
    report::{Snapshot, SnapshotHour},
};

use crate::{demo::DemoSize, settings::SETTINGS};

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
        /// How large the hospital is
        #[arg(long, value_enum, default_value_t = DemoSize::General)]
        size: DemoSize,
        /// The years of past stays, up to 10 [default: 2, of the large one 10]
        #[arg(long, value_parser = clap::value_parser!(u32).range(1..=10))]
        years: Option<u32>,
        /// Leave out the past stays
        #[arg(long, conflicts_with = "years")]
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
        /// A role: `administrator`, `discharge-coordinator`, `trust-lead`, `ward:CODE`, `team:CODE` or `wall:CODE`; may be repeated
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
    /// Freeze, recount or check the census: who was in a bed at each midnight
    Census {
        #[command(subcommand)]
        what: Census,
    },
    /// Write a report as a file: CSV, Excel or PDF
    Report {
        /// long-stay, delays, flow, tasks or quality; pack for all of them in one file; sitrep for the situation report of the
        /// day that --to names
        name: String,
        /// The first day, as 2026-03-01; without it, four weeks before the last day
        #[arg(long, value_name = "DAY", value_parser = domain::report::read_day)]
        from: Option<chrono::NaiveDate>,
        /// The last day; without it, yesterday
        #[arg(long, value_name = "DAY", value_parser = domain::report::read_day)]
        to: Option<chrono::NaiveDate>,
        /// Leave out names, and hide small numbers: for a file that leaves the trust
        #[arg(long)]
        outside: bool,
        /// Where to write it; the ending says how: .csv, .xlsx or .pdf
        file: PathBuf,
    },
    /// Write every discharge of a period as a list: CSV or Excel
    Discharges {
        /// The first day, as 2026-03-01; without it, four weeks before the last day
        #[arg(long, value_name = "DAY", value_parser = domain::report::read_day)]
        from: Option<chrono::NaiveDate>,
        /// The last day; without it, yesterday
        #[arg(long, value_name = "DAY", value_parser = domain::report::read_day)]
        to: Option<chrono::NaiveDate>,
        /// Where to write it; the ending says how: .csv or .xlsx
        file: PathBuf,
    },
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

/// What can be done with the census.
#[derive(Subcommand)]
pub enum Census {
    /// Freeze what is due now; a running server does so by itself
    Freeze,
    /// Count a frozen instant again, as another version beside the first
    Recount {
        /// The ward's date and hour as YYYY-MM-DD HH:00, or the date alone for the midnight at which it begins
        #[arg(long)]
        at: SnapshotOfDay,
        /// Why it is counted again
        #[arg(long)]
        reason: String,
    },
    /// Count every frozen instant again from the log and say which differ
    Verify,
}

/// A snapshot as it is written on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SnapshotOfDay(pub Snapshot);

impl FromStr for SnapshotOfDay {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let read = |text: &str| {
            let (date, hour) = text.split_once([' ', 'T']).unwrap_or((text, "00:00"));
            let hour = hour.strip_suffix(":00")?.parse::<u8>().ok()?;
            Some(Snapshot { date: date.parse().ok()?, hour: SnapshotHour::try_from(hour).ok()? })
        };
        read(text).map(Self).ok_or("expected a date and full hour such as 2026-03-29 08:00, or a date alone")
    }
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
    fn a_snapshot_is_a_date_and_an_hour_of_the_ward_clock() {
        let at = |text: &str| text.parse::<SnapshotOfDay>().map(|snapshot| snapshot.0.at().to_string());
        assert_eq!(at("2026-03-29").expect("a midnight"), "2026-03-29 00:00:00 UTC");
        assert_eq!(at("2026-03-29 08:00").expect("a morning"), "2026-03-29 07:00:00 UTC");
        for wrong in ["29/03/2026", "2026-03-29 08:30", "2026-03-29 24:00", "yesterday"] {
            assert!(at(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn nothing_at_all_serves() {
        let matches = command().try_get_matches_from(["homeward"]).expect("legal");
        assert!(matches!(Asked::from_matches(&matches).command, Verb::Serve));
    }
}
