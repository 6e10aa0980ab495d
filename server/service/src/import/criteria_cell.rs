//! Criteria to reside as wards write them. "Yes" under "MOFD" and "yes" under "Criteria to reside" mean the opposite.

use interop::{Cell, TwoDigitYear, read_date, read_yes_no};

/// What the cell says: whether the patient meets the criteria to reside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SaidOfCriteria {
    Met,
    NotMet,
    /// The day since which the patient could leave: not met, though the review is of today.
    NotMetSinceADay,
}

/// `yes_means_met` comes from the heading; `None` where the cell says nothing that can be read.
pub(super) fn read(cell: &Cell, yes_means_met: bool) -> Option<SaidOfCriteria> {
    let said = |met: bool| if met { SaidOfCriteria::Met } else { SaidOfCriteria::NotMet };
    let folded = super::topic::fold(&cell.as_text());
    match folded.as_str() {
        "met"
        | "meets"
        | "meetsctr"
        | "meetscriteria"
        | "meetscriteriatoreside"
        | "ctr"
        | "c2r"
        | "r2r"
        | "ctrmet"
        | "criteriamet"
        | "notfit"
        | "notmffd"
        | "notmofd"
        | "notmedicallyfit"
        | "notoptimised" => Some(SaidOfCriteria::Met),
        "notmet"
        | "doesnotmeet"
        | "doesntmeet"
        | "nctr"
        | "nc2r"
        | "noctr"
        | "noc2r"
        | "nocriteriatoreside"
        | "nor2r"
        | "ctrnotmet"
        | "mofd"
        | "mffd"
        | "msft"
        | "mff"
        | "fit"
        | "medicallyfit"
        | "optimised"
        | "medicallyoptimised"
        | "doesnotmeetctr"
        | "doesnotmeetcriteria"
        | "doesnotmeetcriteriatoreside" => Some(SaidOfCriteria::NotMet),
        _ => match read_yes_no(cell) {
            Ok(yes) => Some(said(yes == yes_means_met)),
            Err(_) if !yes_means_met => read_date(cell, TwoDigitYear::ThisCentury).ok().map(|_| SaidOfCriteria::NotMetSinceADay),
            Err(_) => None,
        },
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::{SaidOfCriteria::*, *};

    #[rstest]
    #[case("Met", Some(Met))]
    #[case("meets", Some(Met))]
    #[case("Yes", Some(Met))]
    #[case("Y", Some(Met))]
    #[case("Not met", Some(NotMet))]
    #[case("does not meet", Some(NotMet))]
    #[case("No", Some(NotMet))]
    #[case("NCTR", Some(NotMet))]
    #[case("MFFD", Some(NotMet))]
    #[case("05/03/2026", None)]
    #[case("see notes", None)]
    fn under_criteria_to_reside(#[case] text: &str, #[case] said: Option<SaidOfCriteria>) {
        assert_eq!(read(&Cell::text(text), true), said);
    }

    #[rstest]
    #[case("Yes", Some(NotMet))]
    #[case("\u{2713}", Some(NotMet))]
    #[case("No", Some(Met))]
    #[case("not met", Some(NotMet))]
    #[case("NCTR", Some(NotMet))]
    #[case("Not fit", Some(Met))]
    #[case("05/03/2026", Some(NotMetSinceADay))]
    #[case("soon", None)]
    fn under_medically_optimised(#[case] text: &str, #[case] said: Option<SaidOfCriteria>) {
        assert_eq!(read(&Cell::text(text), false), said);
    }
}
