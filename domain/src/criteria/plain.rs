//! Why somebody is still in hospital, as one would tell them: no codes, no names of scores.

use super::Criterion;

impl Criterion {
    /// A sentence for the patient and the family. What is best said by a person who sits down stands behind kind words.
    pub fn plain(self) -> &'static str {
        match self {
            Self::IntensiveOrHighDependencyCare => {
                "You need the close care that an intensive care or high dependency unit gives."
            }
            Self::OxygenOrNonInvasiveVentilation => "You need oxygen or help with your breathing.",
            Self::IntravenousFluids => "You need fluids through a drip.",
            Self::News2AboveThree => "Your temperature, pulse, blood pressure or breathing need close watching.",
            Self::DiminishedConsciousness => "You are drowsier than usual, and we are caring for you while you recover.",
            Self::AcuteFunctionalImpairment => {
                "You need more help with moving and everyday things than can be given outside hospital yet."
            }
            Self::LastHoursOfLife => {
                "The team is keeping you comfortable and will talk with you and your family about what matters most."
            }
            Self::IntravenousMedication => "You need medicine through a drip several times a day.",
            Self::LowerLimbSurgery => "You are recovering from an operation on your leg, hip or foot.",
            Self::TrunkSurgery => "You are recovering from an operation on your chest, tummy or pelvis.",
            Self::InvasiveProcedure => "You had a procedure in the last day, and we want to watch you closely after it.",
        }
    }
}
