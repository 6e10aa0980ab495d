//! Moving to another bed or ward.

use crate::{Event, Place, Refusal, Stay, text};

pub(crate) fn decide(stay: &Stay, to: &Place) -> Result<Vec<Event>, Refusal> {
    stay.require_in_hospital()?;
    let label = |part: &Option<String>, what| text::optional(part.as_deref().unwrap_or(""), what, text::LABEL);
    let to = Place { ward: to.ward.clone(), bay: label(&to.bay, "the bay")?, bed: label(&to.bed, "the bed")? };
    if to == stay.place {
        return Ok(vec![]);
    }
    Ok(vec![Event::BedMoved { from: stay.place.clone(), to }])
}
