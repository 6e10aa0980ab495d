//! What somebody who asks for a page waits, over HTTP: each report of four weeks and of a year, and a ward's board. The trusts
//! are asked in turns, so that what the machine does meanwhile falls on all alike.

use std::time::Duration;

use anyhow::Result;
use chrono::{Days, NaiveDate};
use domain::{
    london,
    report::{Asked, ReportName},
};

use super::{
    table::{Growth, Table},
    trust::Trust,
};
use crate::client::Client;

const TURNS: usize = 40;
const BOARD_TURNS: usize = 200;
const WARD: &str = "/wards/cedar-ward";
/// The longest wait for a report, at the 95th of a hundred.
const REPORT: Duration = Duration::from_millis(300);
/// What a year more of history may make of a wait: nothing, but for the noise.
const GROWTH: f64 = 1.2;
/// The long stays' trend is of 104 weeks.
const TREND_YEARS: u32 = 2;

/// Of `trusts` with more and more years, and of a ward's board against one that is `empty` of a past.
pub async fn measure(trusts: &[Trust], empty: &Trust, table: &mut Table) -> Result<()> {
    let mut clients = Vec::with_capacity(trusts.len());
    for trust in trusts {
        table.once("start of the server, to its first request", trust.started_in, Duration::from_secs(1));
        clients.push(trust.house.client_signed_in_anew().await?);
    }
    let today = london::date(service::clock::now());
    for name in ReportName::words() {
        let report: ReportName = name.parse()?;
        let figure = format!("{name}, as it opens");
        table.waits(&figure, report_over(&mut clients, &format!("/reports/{name}")).await?, REPORT, growth(report));
        if report.has_period() {
            let path = format!("/reports/{name}?{}", fields(&a_year(today)));
            table.waits(&format!("{name}, of a year"), report_over(&mut clients, &path).await?, REPORT, growth(report));
        }
    }
    for trust in trusts {
        board(trust, empty, table).await?;
    }
    Ok(())
}

/// What a report may grow by, and from how many years on: until then there is less in its range.
fn growth(report: ReportName) -> Growth {
    let from_years = if report == ReportName::LongStay { TREND_YEARS } else { 1 };
    Growth { at_most: GROWTH, from_years }
}

/// The year before today, of everybody.
pub fn a_year(today: NaiveDate) -> Asked {
    Asked { from: today - Days::new(365), ..Asked::lately(today) }
}

fn fields(asked: &Asked) -> String {
    asked.fields().iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("&")
}

/// The waits of each client's trust.
async fn report_over(clients: &mut [Client], path: &str) -> Result<Vec<Vec<Duration>>> {
    for client in &mut *clients {
        client.fetch(path, "identity").await?;
    }
    let mut waits = vec![Vec::with_capacity(TURNS); clients.len()];
    for _ in 0..TURNS {
        for (client, waits) in clients.iter_mut().zip(&mut waits) {
            waits.push(client.fetch(path, "identity").await?.2);
        }
    }
    Ok(waits)
}

/// To its first byte, in turns with the same page of a hospital without a past.
async fn board(trust: &Trust, empty: &Trust, table: &mut Table) -> Result<()> {
    let (mut ours, mut other) = (trust.house.client_signed_in_anew().await?, empty.house.client_signed_in_anew().await?);
    let (mut waits, mut reference) = (Vec::new(), Vec::new());
    for _ in 0..BOARD_TURNS {
        waits.push(ours.fetch(WARD, "identity").await?.1);
        reference.push(other.fetch(WARD, "identity").await?.1);
    }
    table.against("ward's board, first byte, to that without a past", waits, reference, GROWTH);
    Ok(())
}
