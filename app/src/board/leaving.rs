//! How a patient leaves the board: said on the row while it still stands, and on a line afterwards (`domain.md` 5.6,
//! PAL-0910 and 0920).

use chrono::{DateTime, Utc};
use domain::{Entry, Event, StayId, clinical_time, sentence::Names};

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Leaving {
    Discharged {
        at: DateTime<Utc>,
    },
    /// To the ward of this name.
    Moved {
        ward: String,
    },
    Mistake,
    /// It is not said why.
    NoLongerHere,
    /// Still on the ward, and not what is asked for.
    FiltersOut,
}

/// Somebody who left since the screen was opened, until that is acknowledged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Left {
    pub stay: StayId,
    /// "OBI, Amara (Ms)"
    pub name: String,
    pub how: Leaving,
}

impl Leaving {
    pub fn of(entry: Option<&Entry>, names: &impl Names) -> Self {
        match entry.map(|entry| &entry.event) {
            Some(Event::PatientDischarged { at, .. }) => Self::Discharged { at: *at },
            Some(Event::StayVoided { .. }) => Self::Mistake,
            Some(Event::BedMoved { to, .. }) => Self::Moved { ward: names.ward(&to.ward) },
            _ => Self::NoLongerHere,
        }
    }

    /// "discharged 14:32", "moved to Oak Ward"
    pub fn words(&self) -> String {
        match self {
            Self::Discharged { at } => format!("discharged {}", clinical_time::time(*at)),
            Self::Moved { ward } => format!("moved to {ward}"),
            Self::Mistake => "recorded by mistake".to_owned(),
            Self::NoLongerHere => "no longer on this board".to_owned(),
            Self::FiltersOut => "no longer fits the filter".to_owned(),
        }
    }
}

/// "2 patients left: OBI, Amara (Ms) discharged 14:32; REYES, Tom (Mr) moved to Oak Ward."
pub fn left_in_words(left: &[Left]) -> String {
    let each = left.iter().map(|left| format!("{} {}", left.name, left.how.words())).collect::<Vec<_>>().join("; ");
    if let [_] = left { format!("1 patient left: {each}.") } else { format!("{} patients left: {each}.", left.len()) }
}

#[cfg(test)]
mod tests {
    use domain::{Place, TeamCode, WardCode, stay::Destination};
    use rstest::rstest;
    use uuid::Uuid;

    use super::*;

    struct Oak;

    impl Names for Oak {
        fn ward(&self, _: &WardCode) -> String {
            "Oak Ward".to_owned()
        }

        fn team(&self, code: &TeamCode) -> String {
            code.to_string()
        }
    }

    fn at() -> DateTime<Utc> {
        "2026-03-05T14:32:00Z".parse().expect("an instant")
    }

    fn to_oak() -> Event {
        let place = Place { ward: "oak".parse().expect("a ward"), bay: None, bed: None };
        Event::BedMoved { from: place.clone(), to: place }
    }

    #[rstest]
    #[case(Some(Event::PatientDischarged { at: at(), to: Destination::HomeWithoutSupport }), "discharged 14:32")]
    #[case(Some(to_oak()), "moved to Oak Ward")]
    #[case(Some(Event::StayVoided { reason: "twice".to_owned() }), "recorded by mistake")]
    #[case(None, "no longer on this board")]
    fn how_one_leaves(#[case] event: Option<Event>, #[case] words: &str) {
        let entry = event.map(|event| Entry { position: 9, at: at(), by: "Tom Reyes".to_owned(), event });
        assert_eq!(Leaving::of(entry.as_ref(), &Oak).words(), words);
    }

    #[test]
    fn the_line_names_everybody() {
        let left = |name: &str, how| Left { stay: StayId(Uuid::nil()), name: name.to_owned(), how };
        let amara = left("OBI, Amara (Ms)", Leaving::Discharged { at: at() });
        assert_eq!(left_in_words(std::slice::from_ref(&amara)), "1 patient left: OBI, Amara (Ms) discharged 14:32.");
        let both = [amara, left("LOWE, Tom (Mr)", Leaving::Mistake)];
        assert_eq!(
            left_in_words(&both),
            "2 patients left: OBI, Amara (Ms) discharged 14:32; LOWE, Tom (Mr) recorded by mistake."
        );
    }
}
