//! `homeward views`: who looked at a patient, or at whom somebody looked.

use anyhow::{Result, bail};
use domain::{StayId, clinical_time};
use service::Viewed;

use crate::settings::Settings;

pub(super) async fn views(settings: &Settings, stay: Option<StayId>, account: Option<String>) -> Result<()> {
    let hospital = super::open_hospital(settings).await?;
    let views = match (stay, account) {
        (Some(stay), _) => hospital.views_of(stay).await?,
        (None, Some(username)) => hospital.views_by(&username).await?,
        (None, None) => bail!("say --stay or --account"),
    };
    views.iter().for_each(|view| println!("{}", line(view)));
    Ok(())
}

/// Without the patient's name: whoever reads who looked need not learn whom.
fn line(view: &Viewed) -> String {
    let username = view.username.as_deref().unwrap_or("no account");
    format!("{}  {} ({username})  {}  stay {}", clinical_time::date_time(view.at), view.name, view.what, view.stay)
}
