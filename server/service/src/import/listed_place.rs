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
    let laid_out = bed.as_ref().and_then(|bed| on_ward(ward, bay.as_ref(), bed));
    if let Some(bed) = bed.as_ref().filter(|_| laid_out.is_none() && !ward.beds.is_empty()) {
        problems.push(bed.at.problem(format!("{} has no bed {}; kept as written", ward.name, bed.quoted())));
    }
    let (bay, bed) = match laid_out {
        Some(bed) => (bed.bay.clone().or(bay.map(|bay| bay.text)), Some(bed.name.clone())),
        None => (bay.map(|bay| bay.text), bed.map(|bed| without_the_word_bed(&bed.text))),
    };
    Ok(ListedPlace { place: Place { ward: ward.code.clone(), bay, bed }, at })
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

/// The bed that the row means, however much of its bay stands with it: "2" in bay B, "B2", "Bay B bed 2".
fn on_ward<'a>(ward: &'a Ward, bay: Option<&Found<'_>>, bed: &Found<'_>) -> Option<&'a Bed> {
    let (bay, bed) = (bay.map(|bay| key(&bay.text)).unwrap_or_default(), key(&bed.text));
    let with_bay = joined(&bay, &bed);
    let whole = ward.beds.iter().find(|own| with_bay == key(&own.name) || with_bay == joined(&bay_key(own), &key(&own.name)));
    // Bed 2 of bay B is not the bed 2 that is laid out in bay A.
    let in_bay = |own: &&Bed| bay.is_empty() || bay_key(own).is_empty() || bay == bay_key(own);
    whole.or_else(|| ward.beds.iter().filter(in_bay).find(|own| bed == key(&own.name)))
}

fn bay_key(bed: &Bed) -> String {
    bed.bay.as_deref().map(key).unwrap_or_default()
}

/// Letters and digits without the words "bay" and "bed".
fn key(text: &str) -> String {
    let words = text.to_lowercase();
    let words = words.split(|c: char| !c.is_alphanumeric()).map(|word| {
        let word = word.strip_prefix("bay").unwrap_or(word);
        word.strip_prefix("bed").unwrap_or(word)
    });
    words.fold(String::new(), |key, word| joined(&key, word))
}

/// Side by side, with a dash between digits: bed 2 of bay 1 is not bed 12.
fn joined(before: &str, after: &str) -> String {
    let digits = before.ends_with(|c: char| c.is_ascii_digit()) && after.starts_with(|c: char| c.is_ascii_digit());
    if digits { format!("{before}-{after}") } else { format!("{before}{after}") }
}

fn without_the_word_bed(text: &str) -> String {
    let is_bed = text.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("bed "));
    if is_bed { text[4..].trim().to_owned() } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("A2", "a2")]
    #[case("Bay A bed 2", "a2")]
    #[case("BayA/Bed2", "a2")]
    #[case("Bay 1, bed 2", "1-2")]
    #[case("Bed 12", "12")]
    #[case("Side room 3", "sideroom3")]
    fn beds_are_compared_without_the_words_around_them(#[case] written: &str, #[case] compared: &str) {
        assert_eq!(key(written), compared);
    }
}
