//! A role with its ward or team, as one word in a form: `ward:ward-3b`, `team:PHA`, `wall:ward-3b`, `coordinator`, `lead`,
//! `administrator`. [`Grant`] reads it.

use domain::{Grant, Problem};

use super::Failure;

pub fn write_grant(grant: &Grant) -> String {
    match grant {
        Grant::WardStaff(ward) => format!("ward:{ward}"),
        Grant::TeamMember(team) => format!("team:{team}"),
        Grant::DischargeCoordinator => "coordinator".to_owned(),
        Grant::TrustLead => "lead".to_owned(),
        Grant::Administrator => "administrator".to_owned(),
        Grant::WallScreen(ward) => format!("wall:{ward}"),
    }
}

/// All of somebody's roles, in an order of their own.
pub fn write_grants(grants: &[Grant]) -> String {
    let mut words: Vec<String> = grants.iter().map(write_grant).collect();
    words.sort_unstable();
    words.join(",")
}

/// All of them, or the first that is none.
#[cfg_attr(not(feature = "ssr"), expect(dead_code, reason = "only the server reads forms"))]
pub(super) fn read_all(words: &[String]) -> Result<Vec<Grant>, Failure> {
    let read = |word: &String| word.parse().map_err(|_| Problem::invalid(format!("{word} is no role.")).into());
    words.iter().map(read).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_grant_reads_back() {
        let grants = [
            Grant::WardStaff("ward-3b".parse().expect("a ward")),
            Grant::TeamMember("ICB-CHC".parse().expect("a team")),
            Grant::DischargeCoordinator,
            Grant::TrustLead,
            Grant::Administrator,
            Grant::WallScreen("ward-3b".parse().expect("a ward")),
        ];
        for grant in grants {
            assert_eq!(write_grant(&grant).parse(), Ok(grant));
        }
    }
}
