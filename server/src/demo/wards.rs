//! The 24 wards of St Aldhelm's, with their beds, and the 33 that a large trust has besides.

use domain::{AdmissionMethod, AdmittedAs, Bed, PatientClassification, Place, Ward, WardCode};

/// Where the sample list of `demo/` belongs; [`SHEET_BEDS`] of it stay free for its patients.
pub(super) const SHEET_WARD: &str = "Rowan Ward";
pub(super) const SHEET_BEDS: [&str; 8] = ["A2", "A5", "B1", "B4", "C3", "D2", "D6", "SR3"];

/// How fast patients come and go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tempo {
    Quick,
    Steady,
    Slow,
}

/// Whom a ward looks after.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ages {
    Adults,
    Older,
    Oldest,
}

pub(super) struct DemoWard {
    pub ward: Ward,
    pub specialty: &'static str,
    pub tempo: Tempo,
    pub ages: Ages,
}

/// Name, specialty, tempo, ages, bays, beds in a bay, side rooms.
type Line = (&'static str, &'static str, Tempo, Ages, u8, u8, u8);

use Ages::{Adults, Older, Oldest};
use Tempo::{Quick, Slow, Steady};

#[rustfmt::skip]
const LINES: [Line; 24] = [
    ("Acute Medical Unit", "Acute medicine", Quick, Adults, 4, 8, 4),
    ("Short Stay Unit", "Acute medicine", Quick, Adults, 4, 5, 4),
    ("Surgical Assessment Unit", "General surgery", Quick, Adults, 3, 6, 4),
    ("Stroke Unit", "Stroke medicine", Slow, Older, 4, 6, 4),
    ("Cedar Ward", "Care of the elderly", Slow, Oldest, 4, 6, 4),
    ("Willow Ward", "Care of the elderly", Slow, Oldest, 4, 6, 4),
    ("Rowan Ward", "Care of the elderly", Slow, Oldest, 4, 6, 4),
    ("Hazel Ward", "Care of the elderly", Slow, Oldest, 4, 6, 4),
    ("Larch Ward", "Trauma and orthopaedics", Slow, Older, 4, 6, 4),
    ("Maple Ward", "Elective orthopaedics", Steady, Older, 4, 5, 4),
    ("Severn Ward", "Respiratory medicine", Steady, Older, 4, 6, 4),
    ("Wye Ward", "Respiratory medicine", Steady, Older, 4, 5, 4),
    ("Avon Ward", "Cardiology", Steady, Older, 4, 6, 4),
    ("Kennet Ward", "Gastroenterology", Steady, Adults, 4, 6, 4),
    ("Avebury Ward", "General surgery", Steady, Adults, 4, 6, 4),
    ("Malmesbury Ward", "Colorectal surgery", Steady, Older, 4, 6, 4),
    ("Sherborne Ward", "Urology and vascular surgery", Steady, Older, 4, 5, 4),
    ("Frome Ward", "General medicine", Steady, Older, 4, 6, 4),
    ("Nadder Ward", "General medicine", Steady, Older, 4, 6, 4),
    ("Beech Ward", "Oncology", Steady, Adults, 3, 6, 4),
    ("Tamar Ward", "Renal medicine", Steady, Adults, 4, 5, 4),
    ("Stour Ward", "Neurology", Steady, Adults, 4, 5, 4),
    ("Orchard Ward", "Rehabilitation", Slow, Oldest, 4, 6, 4),
    ("High Dependency Step-Down", "Critical care", Quick, Adults, 2, 3, 4),
];

/// Further wards of a large trust, each of the kind of one above.
#[rustfmt::skip]
const MORE: [(&str, &str); 33] = [
    ("Emergency Assessment Unit", "Acute Medical Unit"), ("Medical Decisions Unit", "Acute Medical Unit"),
    ("Surgical Short Stay Unit", "Surgical Assessment Unit"), ("Coronary Care Step-Down", "High Dependency Step-Down"),
    ("Hyperacute Stroke Unit", "Stroke Unit"), ("Yew Ward", "Cedar Ward"), ("Alder Ward", "Cedar Ward"),
    ("Aspen Ward", "Cedar Ward"), ("Holly Ward", "Cedar Ward"), ("Juniper Ward", "Cedar Ward"),
    ("Hornbeam Ward", "Larch Ward"), ("Elder Ward", "Larch Ward"), ("Sycamore Ward", "Maple Ward"),
    ("Teme Ward", "Severn Ward"), ("Lugg Ward", "Severn Ward"), ("Usk Ward", "Wye Ward"),
    ("Itchen Ward", "Avon Ward"), ("Ebble Ward", "Avon Ward"), ("Thame Ward", "Kennet Ward"),
    ("Corsham Ward", "Avebury Ward"), ("Lacock Ward", "Malmesbury Ward"), ("Wells Ward", "Sherborne Ward"),
    ("Bruton Ward", "Sherborne Ward"), ("Brue Ward", "Frome Ward"), ("Parrett Ward", "Frome Ward"),
    ("Wylye Ward", "Nadder Ward"), ("Poplar Ward", "Beech Ward"), ("Taw Ward", "Tamar Ward"),
    ("Torridge Ward", "Tamar Ward"), ("Bourne Ward", "Stour Ward"), ("Allen Ward", "Stour Ward"),
    ("Meadow Ward", "Orchard Ward"), ("Clinical Decisions Unit", "Short Stay Unit"),
];

pub(super) fn wards() -> Vec<DemoWard> {
    LINES.iter().filter_map(ward).collect()
}

pub(super) fn more_wards() -> Vec<DemoWard> {
    let like = |(name, other): &(&'static str, &str)| {
        let line = LINES.iter().find(|line| line.0 == *other)?;
        let (_, specialty, tempo, ages, bays, per_bay, side_rooms) = *line;
        ward(&(name, specialty, tempo, ages, bays, per_bay, side_rooms))
    };
    MORE.iter().filter_map(like).collect()
}

fn ward(&(name, specialty, tempo, ages, bays, per_bay, side_rooms): &Line) -> Option<DemoWard> {
    let code = WardCode::from_name(name).ok()?;
    let in_bays = ('A'..)
        .take(bays.into())
        .flat_map(|bay| (1..=per_bay).map(move |number| Bed { bay: Some(format!("Bay {bay}")), name: format!("{bay}{number}") }));
    let alone = (1..=side_rooms).map(|number| Bed { bay: Some("Side room".to_owned()), name: format!("SR{number}") });
    let beds = in_bays.chain(alone).collect();
    let ward =
        Ward { code, name: name.to_owned(), specialty: Some(specialty.to_owned()), site: Some(site(specialty).to_owned()), beds };
    Some(DemoWard { ward, specialty, tempo, ages })
}

/// Those who come for planned operations and for rehabilitation lie in the trust's other hospital.
fn site(specialty: &str) -> &'static str {
    match specialty {
        "Rehabilitation" | "Elective orthopaedics" => "Orchard Hospital",
        _ => "St Aldhelm's General",
    }
}

impl DemoWard {
    pub(super) fn place(&self, bed: &Bed) -> Place {
        Place { ward: self.ward.code.clone(), bay: bed.bay.clone(), bed: Some(bed.name.clone()) }
    }

    /// As what its patients come: nearly everybody by way of the emergency department.
    pub(super) fn admitted_as(&self) -> AdmittedAs {
        let is_elective = self.specialty.starts_with("Elective");
        let method = if is_elective { AdmissionMethod::Elective } else { AdmissionMethod::Emergency };
        AdmittedAs { classification: Some(PatientClassification::Ordinary), method: Some(method) }
    }

    /// Whether the generator leaves a bed free for the patients of the sample list.
    pub(super) fn keeps_free(&self, bed: &Bed) -> bool {
        self.ward.name == SHEET_WARD && SHEET_BEDS.contains(&bed.name.as_str())
    }
}
