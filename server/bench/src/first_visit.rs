//! Everything that a first visit to a ward's board transfers.

use anyhow::{Context, Result};

use crate::{house::House, report::Report};

const LIMIT: usize = 250_000;
const WARD: &str = "/wards/cedar-ward";

pub async fn measure(house: &House, report: &mut Report) -> Result<()> {
    let mut client = house.client().await?;
    let (page, _, _) = client.fetch(WARD, "identity").await?;
    let page = String::from_utf8_lossy(&page).into_owned();
    let mut total = client.fetch(WARD, "br").await?.0.len();
    let mut parts = vec![format!("page {}", total / 1_000)];
    for ending in [".css", ".js", ".wasm"] {
        let path = file(&page, ending).with_context(|| format!("the page names no {ending}"))?;
        let bytes = client.fetch(&path, "br").await?.0.len();
        parts.push(format!("{} {}", &ending[1..], bytes / 1_000));
        total += bytes;
    }
    let figure = format!("first visit to a ward's board ({} kB)", parts.join(", "));
    report.state(&figure, &format!("{} kB", total / 1_000), "at most 250 kB in Brotli", total <= LIMIT);
    Ok(())
}

/// The file of the site with this ending that the page names.
fn file(page: &str, ending: &str) -> Option<String> {
    page.split('"').find(|part| part.starts_with("/pkg/") && part.ends_with(ending)).map(str::to_owned)
}
