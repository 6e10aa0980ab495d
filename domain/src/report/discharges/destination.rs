//! The eight national discharge destinations, with their pathways and exact labels (`domain.md` 2.3, since 27 May 2024).

use std::collections::BTreeMap;

use strum::IntoEnumIterator;

use crate::{Pathway, stay::Destination};

impl Destination {
    /// The pathway that the national list gives it; `None` for what the list does not have.
    pub fn pathway(self) -> Option<Pathway> {
        match self {
            Self::HomeWithoutSupport | Self::OriginalCareHome => Some(Pathway::P0),
            Self::HomeWithRehabilitation | Self::HomeWithSupport | Self::OriginalCareHomeWithMoreSupport => Some(Pathway::P1),
            Self::ShortTermBed => Some(Pathway::P2),
            Self::NewCareHome | Self::NewCareHomeForEndOfLife => Some(Pathway::P3),
            Self::AnotherHospital | Self::OwnDischarge | Self::Died | Self::NotRecorded => None,
        }
    }

    /// As the return words it, its own spelling included.
    pub fn national_label(self) -> Option<&'static str> {
        Some(match self {
            Self::HomeWithoutSupport => {
                "Pathway 0: Discharge to a domestic home, hotel, or other temporary accommodation without the need for \
                 new/increased care or support from health and social care"
            }
            Self::OriginalCareHome => {
                "Pathway 0: Discharge back to an original care home placement when the care home has confirmed they can \
                 continue to meet the persons needs with the same level of support"
            }
            Self::HomeWithRehabilitation => {
                "Pathway 1: Discharge to a domestic home, hotel, or other temporary accommodation, or hospice at home with \
                 rehabilitation, reablement and recovery"
            }
            Self::HomeWithSupport => {
                "Pathway 1: Discharge to a domestic home, hotel, or other temporary accommodation, or hospice at home with \
                 other new/additional support (eg end of life care)"
            }
            Self::OriginalCareHomeWithMoreSupport => {
                "Pathway 1: Discharge back to original care home placement with rehabilitation, reablement and recovery or \
                 with an increased level of support"
            }
            Self::ShortTermBed => {
                "Pathway 2: Short-term bed/hospice for rehabilitation, reablement and recovery / end of life care"
            }
            Self::NewCareHome => "Pathway 3: Discharge to a care home as a new admission",
            Self::NewCareHomeForEndOfLife => {
                "Pathway 3: Discharge to a care home/hospice as a new admission for end-of-life care"
            }
            Self::AnotherHospital | Self::OwnDischarge | Self::Died | Self::NotRecorded => return None,
        })
    }
}

/// [`Figure::DischargesByDestination`](crate::report::Figure::DischargesByDestination).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ByDestination(BTreeMap<Destination, u32>);

impl ByDestination {
    /// So many more went there.
    pub fn add(&mut self, to: Destination, patients: u32) {
        *self.0.entry(to).or_default() += patients;
    }

    pub fn append(&mut self, other: &Self) {
        other.0.iter().for_each(|(to, patients)| self.add(*to, *patients));
    }

    /// Every destination in the order of the list, those that nobody went to with 0.
    pub fn all(&self) -> impl Iterator<Item = (Destination, u32)> {
        Destination::iter().map(|to| (to, self.0.get(&to).copied().unwrap_or_default()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_national_list_has_eight_and_each_label_says_its_pathway() {
        let listed: Vec<_> = Destination::iter().filter_map(|to| Some((to.pathway()?, to.national_label()?))).collect();
        assert_eq!(listed.len(), 8);
        for (pathway, label) in listed {
            assert!(label.starts_with(&format!("Pathway {}: ", &pathway.short()[1..])), "{label}");
            assert!(!label.contains("  "), "{label}");
        }
        let unlisted = Destination::iter().filter(|to| to.pathway().is_none() && to.national_label().is_none());
        assert_eq!(unlisted.count(), 4);
    }

    #[test]
    fn every_destination_has_its_count() {
        let [mut found, mut other] = [ByDestination::default(), ByDestination::default()];
        found.add(Destination::HomeWithSupport, 1);
        other.add(Destination::HomeWithSupport, 1);
        other.add(Destination::NotRecorded, 1);
        found.append(&other);
        assert!(found.all().map(|(to, _)| to).eq(Destination::iter()));
        let some: Vec<_> = found.all().filter(|(_, count)| *count > 0).collect();
        assert_eq!(some, [(Destination::HomeWithSupport, 2), (Destination::NotRecorded, 1)]);
    }
}
