//! `homeward verify-log`.

use anyhow::{Result, bail};

use crate::settings::Settings;

pub(super) async fn verify_log(settings: &Settings) -> Result<()> {
    let check = super::open_hospital(settings).await?.verify_log().await?;
    match check.broken {
        Some(broken) => bail!("the log is broken at {broken}"),
        None => {
            println!("The log is whole: {} entries of {} stays.", check.entries, check.stays);
            Ok(())
        }
    }
}
