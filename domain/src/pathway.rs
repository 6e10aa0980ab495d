//! Discharge pathways 0 to 3 (`domain.md` 2.3, the statutory guidance of January 2024).

use serde::{Deserialize, Serialize};

/// How much help a patient needs to leave.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    strum::EnumIter,
    strum::IntoStaticStr,
    strum::EnumString,
)]
pub enum Pathway {
    #[serde(rename = "0")]
    #[strum(serialize = "0")]
    P0,
    #[serde(rename = "1")]
    #[strum(serialize = "1")]
    P1,
    #[serde(rename = "2")]
    #[strum(serialize = "2")]
    P2,
    #[serde(rename = "3")]
    #[strum(serialize = "3")]
    P3,
}

impl Pathway {
    /// "P1", as wards say and write it.
    pub fn short(self) -> &'static str {
        match self {
            Self::P0 => "P0",
            Self::P1 => "P1",
            Self::P2 => "P2",
            Self::P3 => "P3",
        }
    }

    pub fn meaning(self) -> &'static str {
        match self {
            Self::P0 => "Home, no new or additional support",
            Self::P1 => "Home with health or social care",
            Self::P2 => "Community bed with rehabilitation",
            Self::P3 => "Care home placement",
        }
    }

    /// Reads "P1", "1", "pathway 1" and "PW1" alike.
    pub fn read(text: &str) -> Option<Self> {
        let letters: String = text.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect();
        let number = ["pathway", "pw", "p"].iter().find_map(|prefix| letters.strip_prefix(prefix)).unwrap_or(&letters);
        number.parse().ok()
    }
}

/// Proposed by the ward, agreed by the care transfer hub, actual at discharge: three things, each kept.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, strum::EnumIter, strum::IntoStaticStr,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum PathwayStage {
    Proposed,
    Agreed,
    Actual,
}

/// The pathway at each stage.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pathways {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proposed: Option<Pathway>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreed: Option<Pathway>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actual: Option<Pathway>,
}

impl Pathways {
    pub fn at(&self, stage: PathwayStage) -> Option<Pathway> {
        match stage {
            PathwayStage::Proposed => self.proposed,
            PathwayStage::Agreed => self.agreed,
            PathwayStage::Actual => self.actual,
        }
    }

    pub(crate) fn set(&mut self, stage: PathwayStage, pathway: Option<Pathway>) {
        match stage {
            PathwayStage::Proposed => self.proposed = pathway,
            PathwayStage::Agreed => self.agreed = pathway,
            PathwayStage::Actual => self.actual = pathway,
        }
    }

    /// The furthest stage that has been recorded.
    pub fn current(&self) -> Option<(PathwayStage, Pathway)> {
        [PathwayStage::Actual, PathwayStage::Agreed, PathwayStage::Proposed]
            .into_iter()
            .find_map(|stage| self.at(stage).map(|pathway| (stage, pathway)))
    }

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
    pub(crate) fn is_empty(&self) -> bool {
        self.current().is_none()
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("P1", Some(Pathway::P1))]
    #[case("1", Some(Pathway::P1))]
    #[case("Pathway 3", Some(Pathway::P3))]
    #[case("pw0", Some(Pathway::P0))]
    #[case("4", None)]
    #[case("home", None)]
    fn wards_write_pathways_in_many_ways(#[case] text: &str, #[case] expected: Option<Pathway>) {
        assert_eq!(Pathway::read(text), expected);
    }

    #[test]
    fn the_furthest_stage_counts() {
        let mut pathways = Pathways { proposed: Some(Pathway::P2), ..Pathways::default() };
        assert_eq!(pathways.current(), Some((PathwayStage::Proposed, Pathway::P2)));
        pathways.set(PathwayStage::Agreed, Some(Pathway::P1));
        assert_eq!(pathways.current(), Some((PathwayStage::Agreed, Pathway::P1)));
    }
}
