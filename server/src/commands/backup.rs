//! `homeward backup`.

use std::path::Path;

use anyhow::Result;

use crate::settings::Settings;

pub(super) async fn backup(settings: &Settings, to: &Path) -> Result<()> {
    super::open_hospital(settings).await?.backup(to).await?;
    println!("Copied to {}.", to.display());
    Ok(())
}
