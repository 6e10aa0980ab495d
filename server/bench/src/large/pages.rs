//! What somebody who asks for a page waits, over HTTP: each report of four weeks and of a year, and a ward's board.

use std::time::Duration;

use anyhow::Result;
use chrono::{Days, NaiveDate};
use domain::{
    london,
    report::{Asked, ReportName},
};

use super::{table::Table, trust::Trust};
use crate::client::Client;

const TURNS: usize = 25;
const BOARD_TURNS: usize = 200;
const WARD: &str = "/wards/cedar-ward";
/// The longest wait for a report, at the 95th of a hundred.
const REPORT: Duration = Duration::from_millis(300);
/// What a year more of history may make of a wait: nothing, but for the noise.
const GROWTH: f64 = 1.2;

pub async fn measure(trust: &Trust, empty: &Trust, table: &mut Table) -> Result<()> {
    table.once("start of the server, to its first request", trust.started_in, Duration::from_secs(1));
    let mut client = trust.house.client().await?;
    let today = london::date(service::clock::now());
    for name in ReportName::words() {
        let report: ReportName = name.parse()?;
        report_over(&mut client, &format!("{name}, as it opens"), &format!("/reports/{name}"), table).await?;
        if report.has_period() {
            let path = format!("/reports/{name}?{}", fields(&a_year(today)));
            report_over(&mut client, &format!("{name}, of a year"), &path, table).await?;
        }
    }
    board(trust, empty, table).await
}

/// The year before today, of everybody.
pub fn a_year(today: NaiveDate) -> Asked {
    Asked { from: today - Days::new(365), ..Asked::lately(today) }
}

fn fields(asked: &Asked) -> String {
    asked.fields().iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("&")
}

async fn report_over(client: &mut Client, figure: &str, path: &str, table: &mut Table) -> Result<()> {
    client.fetch(path, "identity").await?;
    let mut waits = Vec::with_capacity(TURNS);
    for _ in 0..TURNS {
        waits.push(client.fetch(path, "identity").await?.2);
    }
    table.waits(figure, waits, REPORT, GROWTH);
    Ok(())
}

/// To its first byte, in turns with the same page of a hospital without a past.
async fn board(trust: &Trust, empty: &Trust, table: &mut Table) -> Result<()> {
    let (mut ours, mut other) = (trust.house.client().await?, empty.house.client_signed_in_anew().await?);
    let (mut waits, mut reference) = (Vec::new(), Vec::new());
    for _ in 0..BOARD_TURNS {
        waits.push(ours.fetch(WARD, "identity").await?.1);
        reference.push(other.fetch(WARD, "identity").await?.1);
    }
    table.against("ward's board, first byte, to that without a past", waits, reference, GROWTH);
    Ok(())
}
