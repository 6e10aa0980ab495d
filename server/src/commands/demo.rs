//! `homeward demo`.

use std::path::Path;

use anyhow::{Result, bail};
use service::Hospital;
use tokio_util::sync::CancellationToken;

use crate::{
    demo::{self, DemoOptions, DemoSize},
    settings::Settings,
};

pub(super) async fn demo(settings: &Settings, options: DemoOptions, live: Option<f64>) -> Result<()> {
    let settings = settings.as_demo();
    let hospital = super::open_hospital(&settings).await?;
    fill(&hospital, options).await?;
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

/// The hospital that a server with `--demo` shows.
pub(super) const SHOWN: DemoOptions = DemoOptions { size: DemoSize::General, years: 2 };

/// Fills the hospital where it is empty.
pub(super) async fn fill(hospital: &Hospital, options: DemoOptions) -> Result<()> {
    if demo::is_loaded(hospital).await? {
        println!("The demo hospital is there already.");
        return Ok(());
    }
    let summary = demo::load(hospital, options, hospital.now(), &mut |line| println!("{line}")).await?;
    println!("{summary}");
    Ok(())
}

pub(super) fn write_sheet(file: &Path) -> Result<()> {
    demo::sheet::write(file, domain::london::date(service::clock::now()))?;
    println!("Wrote {}.", file.display());
    Ok(())
}
