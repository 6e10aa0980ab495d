//! A believable day, played on the demo hospital through the same door as everybody's changes.

mod act;
mod arrive;
mod go_home;
mod task;

use std::time::Duration;

use domain::{Account, Actor, Envelope, Grant, MutationId, Problem, StayId, WardBoard, WardCode};
use service::Hospital;
use tokio_util::sync::CancellationToken;
use tracing::{info, warn};

use super::{
    chance::Chance,
    staff::Staff,
    wards::{self, DemoWard},
};
use act::Deed;

/// Mean pause between two changes at speed 1: about 80 an hour.
const PAUSE_SECONDS: f64 = 45.0;

/// Plays until `stop`: people come, move and go home, tasks are taken on and done, patients are reviewed.
pub async fn play(hospital: &Hospital, speed: f64, stop: CancellationToken) -> anyhow::Result<()> {
    let mut day = Day::begin(hospital.clone()).await?;
    info!(speed, "the demo hospital plays a day");
    loop {
        let pause = day.chance.long_tailed(PAUSE_SECONDS / speed.clamp(0.01, 10_000.0)).clamp(0.001, 600.0);
        tokio::select! {
            () = stop.cancelled() => return Ok(()),
            () = tokio::time::sleep(Duration::from_secs_f64(pause)) => {}
        }
        if let Err(problem) = day.go_on().await {
            warn!(%problem, "a step of the demo day failed");
        }
    }
}

/// What the players know.
struct Day {
    hospital: Hospital,
    wards: Vec<DemoWard>,
    staff: Staff,
    /// Sees the whole hospital, and does nothing.
    observer: Actor,
    chance: Chance,
}

impl Day {
    async fn begin(hospital: Hospital) -> Result<Self, Problem> {
        let now = hospital.now();
        // Another day, other dice: the numbers of those who come must be new.
        let mut chance = Chance::for_part(now.timestamp_millis().unsigned_abs());
        let observer = |grant| Actor { id: domain::AccountId(uuid::Uuid::nil()), name: "Demo".to_owned(), grants: vec![grant] };
        let accounts = hospital.accounts(&observer(Grant::Administrator)).await?;
        let accounts: Vec<Actor> = accounts.into_iter().filter(|account| account.active).map(actor).collect();
        let wards = wards::wards();
        let staff = Staff::of(&wards, &accounts, &mut Chance::for_part(1));
        // Days begin with the same dice for the staff only.
        chance.unit();
        Ok(Self { hospital, wards, staff, observer: observer(Grant::DischargeCoordinator), chance })
    }

    async fn board(&self, ward: &WardCode) -> Result<WardBoard, Problem> {
        self.hospital.ward_board(&self.observer, ward).await
    }

    async fn go_on(&mut self) -> Result<(), Problem> {
        let ward = self.chance.pick(&self.wards).ward.code.clone();
        let board = self.board(&ward).await?;
        for Deed { by, stay, command } in act::next(self, &board).await? {
            let envelope = self.envelope(stay, command);
            self.hospital.submit(&by, vec![envelope]).await?;
        }
        Ok(())
    }

    fn envelope(&self, stay: StayId, command: domain::Command) -> Envelope {
        let mutation_id: MutationId = self.hospital.new_mutation();
        Envelope { mutation_id, stay, seen: domain::Seen::default(), command, made_at: self.hospital.now() }
    }
}

fn actor(Account { id, name, grants, .. }: Account) -> Actor {
    Actor { id, name, grants }
}
