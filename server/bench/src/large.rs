//! `make bench`, its second part: years of a large trust, on both databases.
//!
//! What grows with the years and what must not: each report, the ward's board, the start of the server, a filter against
//! hand-written SQL, and the list of all discharges as a workbook.

mod ad_hoc;
mod list;
mod pages;
mod table;
mod trust;

use anyhow::{Result, bail};

use crate::report::Report;
use table::Table;
use trust::{Kind, Trust};

/// The years of history, each in a database of its own.
const YEARS: [u32; 4] = [1, 2, 4, 10];

/// All of it, or of some years alone.
pub async fn measure(years: &[String]) -> Result<()> {
    let asked: Vec<u32> = years.iter().filter_map(|years| years.parse().ok()).filter(|years| *years <= 10).collect();
    if asked.len() < years.len() {
        bail!("expected numbers of years, from 1 to 10, such as 1 2 4 10");
    }
    let years = if asked.is_empty() { YEARS.to_vec() } else { asked };
    let mut report = Report::begin();
    let mut tables = Vec::new();
    for kind in [Kind::Sqlite, Kind::Postgres] {
        tables.push(of_kind(kind, &years, &mut report).await?);
    }
    tables.iter().for_each(|table| table.print(&mut report));
    report.end();
    Ok(())
}

async fn of_kind(kind: Kind, years: &[u32], report: &mut Report) -> Result<Table> {
    let empty = Trust::fill(kind, 0).await?;
    let mut trusts = Vec::with_capacity(years.len());
    for years in years {
        trusts.push(Trust::fill(kind, *years).await?);
    }
    let mut table = Table::new(kind.name(), years);
    pages::measure(&trusts, &empty, &mut table).await?;
    for trust in &trusts {
        ad_hoc::measure(trust, report).await?;
    }
    if let Some(longest) = trusts.iter().max_by_key(|trust| trust.years) {
        list::measure(longest, report).await?;
    }
    Ok(table)
}
