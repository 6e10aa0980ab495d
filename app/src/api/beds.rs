//! A ward's beds: which of them are free; and as an administrator types them, a line a bay, "Bay A: 1, 2, 3", beds without a bay
//! on a line of their own.

use domain::{Bed, WardBed, WardCode};
use leptos::prelude::*;

use super::Failure;
use crate::wire::Posted;

#[server(name = ReadWardBeds, prefix = "/api/fn", endpoint = "ward-beds", input = Posted, output = Posted)]
pub async fn ward_beds(ward: WardCode) -> Result<Vec<WardBed>, Failure> {
    let (hospital, actor) = super::door::open()?;
    super::door::answer(hospital.ward_beds(&actor, &ward).await)
}

pub fn read_beds(text: &str) -> Vec<Bed> {
    text.lines().flat_map(read_line).collect()
}

fn read_line(line: &str) -> impl Iterator<Item = Bed> {
    let (bay, names) = match line.split_once(':') {
        Some((bay, names)) => (Some(bay.trim()).filter(|bay| !bay.is_empty()), names),
        None => (None, line),
    };
    names
        .split(',')
        .map(str::trim)
        .filter(|name| !name.is_empty())
        .map(move |name| Bed { bay: bay.map(str::to_owned), name: name.to_owned() })
}

pub fn write_beds(beds: &[Bed]) -> String {
    let bays = beds.chunk_by(|one, next| one.bay == next.bay);
    let lines = bays.map(|bay| {
        let names = bay.iter().map(|bed| bed.name.as_str()).collect::<Vec<_>>().join(", ");
        bay.first().and_then(|bed| bed.bay.as_ref()).map_or_else(|| names.clone(), |bay| format!("{bay}: {names}"))
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beds_read_back_as_they_were_written() {
        let text = "Bay A: 1, 2, 3\nBay B: 4, 5\nSR1, SR2";
        let beds = read_beds(text);
        assert_eq!(beds.len(), 7);
        assert_eq!(beds[3].bay.as_deref(), Some("Bay B"));
        assert_eq!(beds[6].bay, None);
        assert_eq!(write_beds(&beds), text);
        assert_eq!(read_beds("\n : , \n"), vec![]);
    }
}
