//! A role with its ward or team, as one word in a form: `ward:ward-3b`, `team:PHA`, `wall:ward-3b`, `coordinator`, `lead`, `administrator`.

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

pub fn read_grant(word: &str) -> Option<Grant> {
    match word.split_once(':') {
        Some(("ward", code)) => code.parse().ok().map(Grant::WardStaff),
        Some(("team", code)) => code.parse().ok().map(Grant::TeamMember),
        Some(("wall", code)) => code.parse().ok().map(Grant::WallScreen),
        Some(_) => None,
        None => match word {
            "coordinator" => Some(Grant::DischargeCoordinator),
            "lead" => Some(Grant::TrustLead),
            "administrator" => Some(Grant::Administrator),
            _ => None,
        },
    }
}

/// All of them, or the first that is none.
#[cfg_attr(not(feature = "ssr"), expect(dead_code, reason = "only the server reads forms"))]
pub(super) fn read_all(words: &[String]) -> Result<Vec<Grant>, Failure> {
    let read = |word: &String| read_grant(word).ok_or_else(|| Problem::invalid(format!("{word} is no role.")).into());
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
            assert_eq!(read_grant(&write_grant(&grant)), Some(grant));
        }
        assert_eq!(read_grant("king"), None);
        assert_eq!(read_grant("ward:../etc"), None);
    }
}
