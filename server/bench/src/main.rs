//! `make bench`: each figure beside its reference from the same run, and the aim.
//!
//! A figure alone says more about the machine than about Homeward, so each is given as a ratio to the least that the same
//! machine needs for the same work, measured in turns with it.

mod board;
mod client;
mod commands;
mod first_visit;
mod house;
mod large;
mod live;
mod page;
mod report;

use anyhow::{Result, bail};

use house::House;
use report::Report;

#[tokio::main]
async fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.split_first() {
        None => load().await,
        Some((part, years)) if part == "large" => large::measure(years).await,
        Some((part, _)) => bail!("{part} is no part of the bench: it takes nothing, or large with numbers of years"),
    }
}

/// The demo hospital under load.
async fn load() -> Result<()> {
    let mut report = Report::begin();
    let house = House::open().await?;
    board::measure(&house, &mut report).await?;
    page::measure(&house, &mut report).await?;
    first_visit::measure(&house, &mut report).await?;
    live::measure(&house, &mut report).await?;
    commands::measure(&house, &mut report).await?;
    report.end();
    Ok(())
}
