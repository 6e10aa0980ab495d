//! `homeward demo`.

use std::path::Path;

use anyhow::{Result, bail};
use service::Hospital;
use tokio_util::sync::CancellationToken;

use crate::{demo, settings::Settings};

pub(super) async fn demo(settings: &Settings, history: bool, live: Option<f64>) -> Result<()> {
    let settings = settings.as_demo();
    let hospital = super::open_hospital(&settings).await?;
    fill(&hospital, history).await?;
    let Some(speed) = live else {
        return Ok(());
    };
    if !(0.01..=1_000.0).contains(&speed) {
        bail!("--speed is {speed}; expected 0.01 to 1000");
    }
    println!("Playing the day at {speed} times its speed. Ctrl-C ends it.");
    let stop = CancellationToken::new();
    let playing = demo::play(&hospital, speed, stop.clone());
    tokio::pin!(playing);
    tokio::select! {
        played = &mut playing => played,
        () = super::serve::asked_to_stop() => {
            stop.cancel();
            playing.await
        }
    }
}

/// Fills the hospital where it is empty.
pub(super) async fn fill(hospital: &Hospital, history: bool) -> Result<()> {
    if demo::is_loaded(hospital).await? {
        println!("The demo hospital is there already.");
        return Ok(());
    }
    let options = demo::DemoOptions { history };
    let summary = demo::load(hospital, options, hospital.now(), &mut |line| println!("{line}")).await?;
    println!("{summary}");
    Ok(())
}

pub(super) fn write_sheet(file: &Path) -> Result<()> {
    demo::sheet::write(file, domain::london::date(service::clock::now()))?;
    println!("Wrote {}.", file.display());
    Ok(())
}
