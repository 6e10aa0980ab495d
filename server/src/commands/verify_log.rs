//! `homeward verify-log`.

use anyhow::{Result, bail};

use crate::settings::Settings;

pub(super) async fn verify_log(settings: &Settings) -> Result<()> {
    let check = super::open_hospital(settings).await?.verify_log().await?;
    if let Some(broken) = check.broken {
        bail!("the log is broken at {broken}");
    }
    println!("The log is whole: {} entries of {} stays.", check.entries, check.stays);
    Ok(())
}
