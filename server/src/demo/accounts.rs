//! The people who can sign in to the demo hospital. All are invented, and so is the password.

use domain::{Actor, Grant, Problem, WardCode};
use futures::{StreamExt, TryStreamExt, stream};
use service::{Hospital, NewAccount};

/// One for all of them; it opens nothing but invented data.
pub const PASSWORD: &str = "homeward demo ward";

/// Somebody to sign in as.
#[derive(Debug, Clone, Copy)]
pub struct DemoAccount {
    pub username: &'static str,
    pub name: &'static str,
    /// The role in words.
    pub role: &'static str,
    /// The wards or the team that it holds for.
    pub place: &'static str,
    grants: &'static [Role],
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Ward(&'static str),
    Coordinator,
    Team(&'static str),
    Lead,
    Administrator,
    Wall(&'static str),
}

use Role::{Administrator, Coordinator, Lead, Team, Wall, Ward};

#[rustfmt::skip]
pub const ACCOUNTS: &[DemoAccount] = &[
    account("amara.obi", "Amara Obi", "ward staff", "Cedar Ward", &[Ward("Cedar Ward")]),
    account("harpreet.kaur", "Harpreet Kaur", "ward staff", "Willow and Rowan Wards", &[Ward("Willow Ward"), Ward("Rowan Ward")]),
    account("leo.hartley", "Leo Hartley", "doctor", "Cedar Ward, Doctors", &[Ward("Cedar Ward"), Team("MED")]),
    account("tom.reyes", "Tom Reyes", "discharge coordinator", "whole hospital", &[Coordinator]),
    account("nadia.rahman", "Nadia Rahman", "pharmacist", "Pharmacy", &[Team("PHA")]),
    account("owen.blackwood", "Owen Blackwood", "pharmacy technician", "Pharmacy", &[Team("PHA")]),
    account("callum.reid", "Callum Reid", "therapist", "Therapies", &[Team("THER")]),
    account("grace.adeyemi", "Grace Adeyemi", "transfer of care nurse", "Care transfer hub", &[Team("TOCH")]),
    account("ffion.prosser", "Ffion Prosser", "social worker", "Adult social care", &[Team("ASC")]),
    account("helen.whitlock", "Helen Whitlock", "trust lead", "figures of all wards", &[Lead]),
    account("cedar.screen", "Cedar Ward's screen", "screen on the wall", "Cedar Ward, without names", &[Wall("Cedar Ward")]),
    account("sanjay.mistry", "Sanjay Mistry", "administrator", "accounts, wards, teams", &[Administrator]),
];

const fn account(
    username: &'static str,
    name: &'static str,
    role: &'static str,
    place: &'static str,
    grants: &'static [Role],
) -> DemoAccount {
    DemoAccount { username, name, role, place, grants }
}

/// Adds everybody but the administrators, and says who they are.
pub(super) async fn add_colleagues(hospital: &Hospital) -> Result<Vec<Actor>, Problem> {
    add(hospital, |account| !account.is_administrator()).await
}

/// Adds the administrators. They come last: a hospital that has one is complete.
pub(super) async fn add_administrators(hospital: &Hospital) -> Result<Vec<Actor>, Problem> {
    add(hospital, DemoAccount::is_administrator).await
}

/// Passwords take long to hash: as many at once as the hospital does.
async fn add(hospital: &Hospital, which: impl Fn(&DemoAccount) -> bool) -> Result<Vec<Actor>, Problem> {
    let accounts = ACCOUNTS.iter().filter(|account| which(account));
    stream::iter(accounts.map(|account| account.add_to(hospital))).buffered(4).try_collect().await
}

impl DemoAccount {
    async fn add_to(&self, hospital: &Hospital) -> Result<Actor, Problem> {
        let (username, name, grants) = (self.username.to_owned(), self.name.to_owned(), self.grants());
        let new = NewAccount { username, name, password: PASSWORD.to_owned(), grants: grants.clone() };
        let id = hospital.add_account_as_operator(new).await?;
        Ok(Actor { id, name: self.name.to_owned(), grants })
    }

    pub(super) fn grants(&self) -> Vec<Grant> {
        self.grants.iter().filter_map(|role| role.grant()).collect()
    }

    fn is_administrator(&self) -> bool {
        self.grants.contains(&Administrator)
    }
}

impl Role {
    fn grant(self) -> Option<Grant> {
        Some(match self {
            Ward(name) => Grant::WardStaff(WardCode::from_name(name).ok()?),
            Coordinator => Grant::DischargeCoordinator,
            Team(code) => Grant::TeamMember(code.parse().ok()?),
            Lead => Grant::TrustLead,
            Administrator => Grant::Administrator,
            Wall(name) => Grant::WallScreen(WardCode::from_name(name).ok()?),
        })
    }
}
