//! Which kinds a pathway's template starts with: what nearly every patient on it needs (`domain.md` 2.3 and 2.5, `[I]`).
//! Homelessness, capacity, safeguarding and the like are added where a patient needs them, not to everybody.

use crate::Pathway::{self, P0, P1, P2, P3};

const TEMPLATES: [(&[Pathway], &[&str]); 6] = [
    // The papers, the medicines, the family and the way home.
    (&[P0, P1, P2, P3], &["T03", "T04", "T05", "T06", "T07", "T32", "T36", "T43"]),
    // The way through the care transfer hub.
    (&[P1, P2, P3], &["T02", "T12", "T13", "T14"]),
    (&[P1], &["T08", "T17"]),
    (&[P2], &["T09", "T20"]),
    (&[P3], &["T15", "T21", "T22", "T23"]),
    // Whoever takes a patient in asks for it.
    (&[P2, P3], &["T37"]),
];

pub(super) fn proposed_on(code: &str) -> Vec<Pathway> {
    let of_kind = TEMPLATES.iter().filter(|(_, codes)| codes.contains(&code));
    of_kind.flat_map(|(pathways, _)| pathways.iter().copied()).collect()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::super::standard_tasks;
    use crate::Pathway;

    #[rstest]
    #[case(Pathway::P0, 8)]
    #[case(Pathway::P1, 14)]
    #[case(Pathway::P2, 15)]
    #[case(Pathway::P3, 17)]
    fn a_template_is_short_and_proposes_what_is_usual(#[case] pathway: Pathway, #[case] expected: usize) {
        let proposed: Vec<_> = standard_tasks().into_iter().filter(|kind| kind.proposed_on.contains(&pathway)).collect();
        assert_eq!(proposed.len(), expected);
        assert!(proposed.iter().all(|kind| kind.pathways.contains(&pathway)));
    }
}
