//! The beds of a ward, for whoever looks for one.

use domain::{
    Actor, Problem, Stay, WardBed, WardCode,
    beds::{Lying, ward_beds},
    permission::{self, Deed, Scope, View},
};

use crate::{Hospital, allowed::require};

impl Hospital {
    /// The beds of any ward and which of them are free: a patient may be sent to a ward that one doesn't see. By whom a bed is
    /// taken is said of the patients that one sees.
    pub async fn ward_beds(&self, actor: &Actor, ward: &WardCode) -> Result<Vec<WardBed>, Problem> {
        require(actor, Deed::FindBed)?;
        let wards = self.all_wards().await?;
        let ward = wards.iter().find(|known| known.code == *ward).ok_or(Problem::NotFound)?;
        let scope = permission::scope(actor);
        let page = self.0.feed.book().read();
        Ok(ward_beds(&ward.beds, page.on_ward(&ward.code).map(|stay| lying(&scope, stay))))
    }
}

fn lying<'a>(scope: &Scope, stay: &'a Stay) -> Lying<'a> {
    let is_seen = matches!(scope.view(stay), View::Whole | View::TeamTasks(_));
    Lying { place: &stay.place, name: is_seen.then(|| stay.patient.name.to_string()) }
}
