//! Ward stories of lists, told without a database: Ward 5 of St Aldhelm's on Thursday 5 March 2026 at ten.

mod doubt;
mod known_patients;
mod new_patients;
mod task_columns;

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    AccountId, Actor, Bed, Command, Directory, Entry, Grant, Stay, StayId, Ward, apply,
    catalogue::{standard_tasks, standard_teams},
    decide,
    hospital::WardName,
    list::{ListReport, ListRow, RowOutcome},
};
use uuid::Uuid;

use super::{
    picture::{PastPatient, Picture},
    plan::{Plan, plan},
};

pub(super) const HEADINGS: &str = "Bed,Name,NHS No,DOB,Admitted,EDD,CTR,Pathway,TTO\n";
/// Amara Obi, in bed A2 since 1 March.
pub(super) const AMARA: &str = "A2,\"OBI, Amara (Ms)\",999 000 0018,14/07/1945,01/03/2026,06/03/2026,met,P1,requested\n";

/// A hospital in memory.
pub(super) struct Hospital {
    pub picture: Picture,
    ids: u128,
}

impl Hospital {
    pub(super) fn empty() -> Self {
        let wards = vec![ward("ward-5", "Ward 5"), ward("ward-6", "Ward 6")];
        let names = wards.iter().map(|ward| WardName { code: ward.code.clone(), name: ward.name.clone(), site: None }).collect();
        let directory = Directory { wards: names, teams: standard_teams(), kinds: standard_tasks(), ..Directory::default() };
        let actor =
            Actor { id: AccountId(Uuid::from_u128(1)), name: "Rosa Keane".to_owned(), grants: vec![Grant::DischargeCoordinator] };
        let picture = Picture {
            stays: Vec::new(),
            past: Vec::new(),
            directory: Arc::new(directory),
            wards: Arc::new(wards),
            ward: Some("ward-5".parse().expect("a code")),
            actor,
            now: instant("2026-03-05T10:00:00Z"),
            test_patients: true,
        };
        Self { picture, ids: 100 }
    }

    /// With Amara Obi on Ward 5, as her ward's list has her.
    pub(super) fn with_amara() -> Self {
        let mut hospital = Self::empty();
        hospital.bring_in(&format!("{HEADINGS}{AMARA}"));
        hospital
    }

    pub(super) fn check(&mut self, list: &str) -> ListReport {
        self.plan(list).foretold("ward5.csv")
    }

    /// The only row of a list.
    pub(super) fn check_row(&mut self, list: &str) -> ListRow {
        let mut report = self.check(list);
        assert_eq!(report.rows.len(), 1);
        report.rows.remove(0)
    }

    /// Takes a list over, as `submit` would.
    pub(super) fn bring_in(&mut self, list: &str) -> ListReport {
        let plan = self.plan(list);
        for row in &plan.rows {
            for step in &row.steps {
                self.carry_out(row.stay.expect("a stay"), &step.command);
            }
        }
        plan.foretold("ward5.csv")
    }

    pub(super) fn carry_out(&mut self, id: StayId, command: &Command) {
        let Picture { stays, actor, now, .. } = &mut self.picture;
        let known = stays.iter().position(|stay| stay.id == id);
        let mut stay = known.map_or_else(|| Stay::before_admission(id), |at| Stay::clone(&stays[at]));
        for event in decide(&stay, command, actor, *now).expect("a legal command") {
            let entry = Entry { position: stay.position + 1, at: *now, by: actor.name.clone(), event };
            apply(&mut stay, &entry);
        }
        match known {
            Some(at) => stays[at] = Arc::new(stay),
            None => stays.push(Arc::new(stay)),
        }
    }

    /// The only patient who is here.
    pub(super) fn stay(&self) -> &Stay {
        assert_eq!(self.picture.stays.len(), 1);
        &self.picture.stays[0]
    }

    pub(super) fn next_day(&mut self) {
        self.picture.now += TimeDelta::days(1);
    }

    /// Everybody goes home at this moment, and is known from then on.
    pub(super) fn everybody_leaves(&mut self) {
        let left = Some(self.picture.now);
        let stays = std::mem::take(&mut self.picture.stays);
        self.picture.past = stays.iter().map(|stay| PastPatient { patient: stay.patient.clone(), left }).collect();
    }

    fn plan(&mut self, list: &str) -> Plan {
        let sheet = interop::read_sheet("ward5.csv", list.as_bytes()).expect("a list");
        let ids = &mut self.ids;
        plan(&sheet, &self.picture, &mut || {
            *ids += 1;
            Uuid::from_u128(*ids)
        })
    }
}

fn ward(code: &str, name: &str) -> Ward {
    let bed = |(bay, name): (&str, &str)| Bed { bay: Some(bay.to_owned()), name: name.to_owned() };
    let beds = [("Bay A", "A1"), ("Bay A", "A2"), ("Bay A", "A3"), ("Bay B", "B1")].map(bed).to_vec();
    Ward { code: code.parse().expect("a code"), name: name.to_owned(), specialty: None, site: None, beds }
}

pub(super) fn instant(text: &str) -> DateTime<Utc> {
    text.parse().expect("an instant")
}

/// "row 2, NHS No: …", for all problems of a row.
pub(super) fn sentences(row: &ListRow) -> Vec<String> {
    row.problems.iter().map(|problem| problem.sentence(row.number)).collect()
}

pub(super) fn left_because(row: &ListRow, why: &str) {
    assert_eq!(row.outcome, RowOutcome::Left, "{row:?}");
    assert!(row.changes.is_empty(), "{row:?}");
    assert!(sentences(row).iter().any(|sentence| sentence.contains(why)), "{row:?}");
}
