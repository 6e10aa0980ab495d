//! What came, or would come, of a ward's list.

use domain::list::ListReport;
use leptos::prelude::*;
use uuid::Uuid;

use super::Failure;
use crate::wire::Posted;

#[server(name = ReadListReport, prefix = "/api/fn", endpoint = "list-report", input = Posted, output = Posted)]
pub async fn list_report(import: Uuid) -> Result<ListReport, Failure> {
    let (hospital, actor) = super::door::open()?;
    super::door::answer(hospital.list_report(&actor, import).await)
}
