//! Laying the demo hospital out in an empty database: the general one in seconds, the large one in minutes.

use std::{fmt, sync::Arc};

use anyhow::Context;
use chrono::{DateTime, DurationRound, TimeDelta, Utc};
use domain::{Command, catalogue::standard_tasks};
use service::{
    Hospital,
    bulk::{Decided, Story, TellError},
};
use tokio::sync::mpsc;

use super::{
    accounts::{self, ACCOUNTS},
    chance::Chance,
    charts,
    history::{self, History},
    patients::{self, Setting},
    size::DemoSize,
    staff::Staff,
};

/// Stays written in one transaction.
const AT_ONCE: usize = 500;
/// Past stays between two lines of progress.
const SAID_EVERY: usize = 10_000;

#[derive(Debug, Clone, Copy)]
pub struct DemoOptions {
    pub size: DemoSize,
    /// How many past years are told too: the reports need them, the boards do not.
    pub years: u32,
}

/// What was laid out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct DemoSummary {
    pub wards: usize,
    pub beds: usize,
    pub patients: usize,
    pub tasks: usize,
    pub past_stays: usize,
    /// Frozen nights.
    pub nights: usize,
}

impl fmt::Display for DemoSummary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { wards, beds, patients, tasks, past_stays, nights } = self;
        write!(
            f,
            "{wards} wards, {beds} beds, {patients} patients with {tasks} tasks, {past_stays} past stays, {nights} nights counted"
        )
    }
}

/// Whether the demo hospital is complete: its administrator comes last.
pub async fn is_loaded(hospital: &Hospital) -> anyhow::Result<bool> {
    Ok(hospital.has_administrator().await?)
}

/// Fills an empty hospital. `progress` is told each step in a few words.
pub async fn load(
    hospital: &Hospital,
    options: DemoOptions,
    now: DateTime<Utc>,
    progress: &mut dyn FnMut(&str),
) -> anyhow::Result<DemoSummary> {
    let now = now.duration_trunc(TimeDelta::microseconds(1)).unwrap_or(now);
    let wards = options.size.wards();
    hospital.lay_out().await?;
    hospital.lay_out_wards(wards.iter().map(|ward| ward.ward.clone()).collect()).await?;
    let mut summary = DemoSummary { wards: wards.len(), ..Default::default() };
    summary.beds = wards.iter().map(|ward| ward.ward.beds.len()).sum();
    progress(&format!("{} wards with {} beds", summary.wards, summary.beds));

    let colleagues = accounts::add_colleagues(hospital).await;
    let colleagues = colleagues.context("an earlier attempt was broken off: remove the database and start again")?;
    let staff = Staff::of(&wards, &colleagues, &mut Chance::for_part(1));
    let setting = Arc::new(Setting { scale: options.size.scale(), wards, staff, kinds: standard_tasks(), now });
    if options.years > 0 {
        summary.past_stays = tell_history(hospital, &setting, options.years, progress).await?;
    }
    let stories = patients::tell(&setting);
    summary.patients = stories.len();
    summary.tasks = stories.iter().map(tasks_of).sum();
    tell(hospital, stories).await?;
    progress(&format!("{} patients with {} tasks", summary.patients, summary.tasks));
    if options.years > 0 {
        summary.nights = freeze_history(hospital, &setting, options.years, progress).await?;
        charts::decide(hospital, &colleagues, now).await?;
    }
    accounts::add_administrators(hospital).await?;
    progress(&format!("{} accounts", ACCOUNTS.len()));
    Ok(summary)
}

/// The next stays are thought up and decided while the last are being written.
async fn tell_history(
    hospital: &Hospital,
    setting: &Arc<Setting>,
    years: u32,
    progress: &mut dyn FnMut(&str),
) -> anyhow::Result<usize> {
    let (thought_up, mut stories) = mpsc::channel(2);
    let setting = Arc::clone(setting);
    let author = tokio::task::spawn_blocking(move || think_up(&setting, years, &thought_up));
    let (mut told, mut said) = (0, 0);
    while let Some(chunk) = stories.recv().await {
        told += chunk.len();
        hospital.tell_decided(chunk).await?;
        if told / SAID_EVERY > said {
            said = told / SAID_EVERY;
            progress(&format!("{told} past stays so far"));
        }
    }
    author.await??;
    progress(&format!("{told} past stays"));
    Ok(told)
}

/// The nights of these years. Of those before, only who left later is told.
async fn freeze_history(
    hospital: &Hospital,
    setting: &Setting,
    years: u32,
    progress: &mut dyn FnMut(&str),
) -> anyhow::Result<usize> {
    let begun = std::time::Instant::now();
    let frozen = hospital.freeze_since(history::beginning(setting.now, years), setting.now).await?;
    hospital.keep_discharge_days().await?;
    progress(&format!("{} nights counted in {:.1} s", frozen.counts, begun.elapsed().as_secs_f64()));
    Ok(frozen.counts)
}

fn think_up(setting: &Setting, years: u32, decided: &mpsc::Sender<Decided>) -> Result<(), TellError> {
    let mut history = History::new(setting, years);
    let mut chunk = Vec::with_capacity(AT_ONCE + 500);
    for day in history.days() {
        chunk.extend(history.stays_of(day));
        // Nobody listens any more where the writing failed; that is said there.
        if chunk.len() >= AT_ONCE && decided.blocking_send(Decided::of(std::mem::take(&mut chunk))?).is_err() {
            return Ok(());
        }
    }
    let _ = decided.blocking_send(Decided::of(chunk)?);
    Ok(())
}

async fn tell(hospital: &Hospital, mut stories: Vec<Story>) -> anyhow::Result<()> {
    while !stories.is_empty() {
        let rest = stories.split_off(stories.len().min(AT_ONCE));
        hospital.tell(stories).await?;
        stories = rest;
    }
    Ok(())
}

pub(super) fn tasks_of(story: &Story) -> usize {
    story.steps.iter().filter(|step| matches!(step.command, Command::AddTask(_))).count()
}
