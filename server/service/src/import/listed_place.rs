//! Where the list says that a patient lies.

use domain::{Bed, Place, Ward, list::CellProblem};

use super::{
    cells::{At, Found, RowCells},
    picture::Picture,
    topic::Topic,
};

/// A ward for certain; the bay and bed where the row says them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ListedPlace {
    pub place: Place,
    pub at: At,
}

/// The place of a row, or why the row cannot be taken.
pub(super) fn read(cells: RowCells<'_>, picture: &Picture, problems: &mut Vec<CellProblem>) -> Result<ListedPlace, CellProblem> {
    let (ward, ward_at) = ward(cells, picture, problems)?;
    let bay = cells.find(&Topic::Bay, problems);
    let bed = cells.find(&Topic::Bed, problems);
    let at = bed.as_ref().or(bay.as_ref()).map_or(ward_at, |found| found.at.clone());
    let text = |found: &Option<Found<'_>>| found.as_ref().map(|found| found.text.clone());
    let written = Place { ward: ward.code.clone(), bay: text(&bay), bed: text(&bed) };
    let laid_out = written.bed_among(&ward.beds);
    problems.extend(bed.as_ref().and_then(|bed| doubt(ward, laid_out, bay.as_ref(), bed)));
    let place = match laid_out {
        Some(_) => written.as_laid_out(&ward.beds),
        None => Place { bed: written.bed.map(|bed| without_the_word_bed(&bed)), ..written },
    };
    Ok(ListedPlace { place, at })
}

/// What somebody should look at: a bed that the ward hasn't, or one that is in another bay.
fn doubt(ward: &Ward, laid_out: Option<&Bed>, bay: Option<&Found<'_>>, bed: &Found<'_>) -> Option<CellProblem> {
    match laid_out {
        None if ward.beds.is_empty() => None,
        None => Some(bed.at.problem(format!("{} has no bed {}; kept as written", ward.name, bed.quoted()))),
        Some(own) => {
            let bay = bay.filter(|bay| !own.is_in_bay(&bay.text))?;
            let (name, listed, own) = (&ward.name, bay.quoted(), own.in_words());
            Some(bay.at.problem(format!("bed {} of {name} is not in {listed}; taken for {own}", bed.quoted())))
        }
    }
}

/// The ward that was chosen for the list, or the one that the row names. A row that names another one than was chosen is not
/// taken: nobody can tell which is right.
fn ward<'a>(cells: RowCells<'_>, picture: &'a Picture, problems: &mut Vec<CellProblem>) -> Result<(&'a Ward, At), CellProblem> {
    let found = cells.find(&Topic::Ward, problems);
    let named = found.as_ref().and_then(|found| picture.ward_called(&found.text));
    let chosen = picture.ward.as_ref().and_then(|code| picture.ward(code));
    let at = found.as_ref().map(|found| found.at.clone()).unwrap_or_default();
    match (chosen, named, found) {
        (Some(chosen), Some(named), _) if chosen.code != named.code => {
            Err(at.problem(format!("{} is not {}, for which the list was chosen; row not taken", named.name, chosen.name)))
        }
        (Some(ward), ..) | (None, Some(ward), _) => Ok((ward, at)),
        (None, None, Some(found)) => Err(at.problem(format!("there is no ward called {}; row not taken", found.quoted()))),
        (None, None, None) => Err(at.problem("which ward? Choose one for the list, or fill a column Ward; row not taken")),
    }
}

fn without_the_word_bed(text: &str) -> String {
    let is_bed = text.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("bed "));
    if is_bed { text[4..].trim().to_owned() } else { text.to_owned() }
}
