//! Invented colleagues: who writes on which ward, and for which team.

use std::{collections::BTreeMap, sync::Arc};

use chrono::DateTime;
use domain::{Actor, Grant, TeamCode, WardCode, catalogue::standard_teams};

use super::{chance::Chance, names, wards::DemoWard};

type Colleague = Arc<Actor>;

/// Everybody who brings something about in the stories.
pub(super) struct Staff {
    nurses: BTreeMap<WardCode, Vec<Colleague>>,
    doctors: BTreeMap<WardCode, Vec<Colleague>>,
    teams: BTreeMap<TeamCode, Vec<Colleague>>,
    consultants: BTreeMap<WardCode, Vec<String>>,
    coordinator: Colleague,
}

impl Staff {
    /// Those with an account first, then as many others as each ward and team needs.
    pub(super) fn of(wards: &[DemoWard], accounts: &[Actor], chance: &mut Chance) -> Self {
        let here = DateTime::UNIX_EPOCH;
        let somebody = |grants: Vec<Grant>, chance: &mut Chance| {
            Arc::new(Actor { id: chance.id(here), name: names::colleague(chance), grants })
        };
        let coordinator = accounts.iter().find(|actor| actor.grants.contains(&Grant::DischargeCoordinator));
        let coordinator = coordinator.cloned().map(Arc::new);
        let coordinator = coordinator.unwrap_or_else(|| somebody(vec![Grant::DischargeCoordinator], chance));
        let mut staff = Self {
            nurses: BTreeMap::new(),
            doctors: BTreeMap::new(),
            teams: BTreeMap::new(),
            consultants: BTreeMap::new(),
            coordinator,
        };
        for DemoWard { ward, .. } in wards {
            let grant = Grant::WardStaff(ward.code.clone());
            let mut nurses = known(accounts, &grant, |actor| actor.teams().next().is_none());
            nurses.extend((0..4).map(|_| somebody(vec![grant.clone()], chance)));
            let mut doctors = known(accounts, &grant, |actor| actor.teams().next().is_some());
            let medical = "MED".parse().map(Grant::TeamMember);
            let both: Vec<Grant> = [grant].into_iter().chain(medical).collect();
            doctors.extend((0..2).map(|_| somebody(both.clone(), chance)));
            let consultants = (0..3).map(|_| format!("Dr {}", names::colleague(chance))).collect();
            staff.nurses.insert(ward.code.clone(), nurses);
            staff.doctors.insert(ward.code.clone(), doctors);
            staff.consultants.insert(ward.code.clone(), consultants);
        }
        for team in standard_teams() {
            let grant = Grant::TeamMember(team.code.clone());
            let mut members = known(accounts, &grant, |_| true);
            members.extend((0..2).map(|_| somebody(vec![grant.clone()], chance)));
            staff.teams.insert(team.code, members);
        }
        staff
    }

    pub(super) fn nurse(&self, ward: &WardCode, chance: &mut Chance) -> Colleague {
        self.one_of(self.nurses.get(ward), chance)
    }

    pub(super) fn doctor(&self, ward: &WardCode, chance: &mut Chance) -> Colleague {
        self.one_of(self.doctors.get(ward), chance)
    }

    pub(super) fn consultant(&self, ward: &WardCode, chance: &mut Chance) -> Option<String> {
        self.consultants.get(ward).map(|names| chance.pick(names).clone())
    }

    /// Whoever does a team's work for a patient of that ward: the ward's own nurses and doctors are teams too.
    pub(super) fn member(&self, team: &TeamCode, ward: &WardCode, chance: &mut Chance) -> Colleague {
        match team.as_str() {
            "WARD" => self.nurse(ward, chance),
            "MED" => self.doctor(ward, chance),
            _ => self.one_of(self.teams.get(team), chance),
        }
    }

    pub(super) fn coordinator(&self) -> Colleague {
        Arc::clone(&self.coordinator)
    }

    fn one_of(&self, colleagues: Option<&Vec<Colleague>>, chance: &mut Chance) -> Colleague {
        match colleagues.map(Vec::as_slice) {
            None | Some([]) => self.coordinator(),
            Some(colleagues) => Arc::clone(chance.pick(colleagues)),
        }
    }
}

fn known(accounts: &[Actor], grant: &Grant, which: impl Fn(&Actor) -> bool) -> Vec<Colleague> {
    accounts.iter().filter(|actor| actor.grants.contains(grant) && which(actor)).cloned().map(Arc::new).collect()
}
