//! The owner codes of `domain.md` 2.5 and the teams they stand for.

use crate::{
    Team, TeamCode,
    team::TeamKind::{self, Internal, Partner},
};

const TEAMS: [(&str, &str, TeamKind); 19] = [
    ("WARD", "Ward team", Internal),
    ("MED", "Doctors", Internal),
    ("PHA", "Pharmacy", Internal),
    ("THER", "Therapies", Internal),
    ("TOCH", "Care transfer hub", Internal),
    ("ASC", "Adult social care", Partner),
    ("COMM", "Community health", Partner),
    ("PTS", "Patient transport", Partner),
    ("EQUIP", "Equipment service", Partner),
    ("HOUS", "Housing", Partner),
    ("ICB-CHC", "Continuing healthcare", Partner),
    ("CARE", "Care provider", Partner),
    ("VCSE", "Voluntary sector", Partner),
    ("PALL", "Palliative care", Internal),
    ("MH", "Mental health", Partner),
    ("SAFE", "Safeguarding", Internal),
    ("FAM", "Patient and family", Partner),
    ("IPC", "Infection control", Internal),
    ("ACUTE", "Other acute trust", Partner),
];

/// The teams that a new hospital starts with.
pub fn standard_teams() -> Vec<Team> {
    TEAMS
        .iter()
        .filter_map(|(code, name, kind)| {
            let code: TeamCode = code.parse().ok()?;
            Some(Team { code, name: (*name).to_owned(), kind: *kind })
        })
        .collect()
}
