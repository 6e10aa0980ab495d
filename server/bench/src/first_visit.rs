//! Everything that a first visit to a ward's board transfers.

use std::collections::BTreeSet;

use anyhow::Result;

use crate::{client::Client, house::House, report::Report};

const LIMIT: usize = 250_000;
const WARD: &str = "/wards/cedar-ward";
/// A page of plain forms has all of the program fetched for the pages after it.
const PLAIN: &str = "/search";
const AIM: &str = "at most 250 kB in Brotli";

pub async fn measure(house: &House, report: &mut Report) -> Result<()> {
    let mut client = house.client().await?;
    let page = client.fetch(WARD, "br").await?.0.len();
    let needed = files(&mut client, WARD).await?;
    let later = &files(&mut client, PLAIN).await? - &needed;
    let (mut total, mut parts) = (page, vec![format!("page {}", page / 1_000)]);
    for ending in ["css", "js", "wasm"] {
        let bytes = size(&mut client, needed.iter().filter(|path| path.ends_with(&format!(".{ending}")))).await?;
        parts.push(format!("{ending} {}", bytes / 1_000));
        total += bytes;
    }
    let figure = format!("first visit to a ward's board ({} kB)", parts.join(", "));
    report.state(&figure, &format!("{} kB", total / 1_000), AIM, total <= LIMIT);
    let total = total + size(&mut client, later.iter()).await?;
    report.state("… with the parts that it fetches when it is alive", &format!("{} kB", total / 1_000), AIM, total <= LIMIT);
    Ok(())
}

/// The files of the site that the page at `path` names.
async fn files(client: &mut Client, path: &str) -> Result<BTreeSet<String>> {
    let (page, _, _) = client.fetch(path, "identity").await?;
    Ok(String::from_utf8_lossy(&page).split('"').filter(|part| part.starts_with("/pkg/")).map(str::to_owned).collect())
}

/// In Brotli.
async fn size(client: &mut Client, paths: impl Iterator<Item = &String>) -> Result<usize> {
    let mut bytes = 0;
    for path in paths {
        bytes += client.fetch(path, "br").await?.0.len();
    }
    Ok(bytes)
}
