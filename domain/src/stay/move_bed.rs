//! Moving to another bed or ward.

use crate::{Event, Place, Refusal, Stay, text};

pub(crate) fn decide(stay: &Stay, to: &Place) -> Result<Vec<Event>, Refusal> {
    stay.require_in_hospital()?;
    let to = tidy(to)?;
    if to == stay.place {
        return Ok(vec![]);
    }
    Ok(vec![Event::BedMoved { from: stay.place.clone(), to }])
}

/// A bay or bed without a name is none.
pub(crate) fn tidy(place: &Place) -> Result<Place, Refusal> {
    let label = |part: &Option<String>, what| text::optional(part.as_deref().unwrap_or(""), what, text::LABEL);
    Ok(Place { ward: place.ward.clone(), bay: label(&place.bay, "the bay")?, bed: label(&place.bed, "the bed")? })
}
