//! What people write: notes, what matters to a patient, what a task waits on, why it is not needed.

use domain::{
    Visibility::{self, Internal, SharedWithPartners},
    WaitingFor::{self, Arrangements, Availability},
};

use super::chance::Chance;

#[rustfmt::skip]
const NOTES: [(&str, Visibility); 24] = [
    ("Daughter visits after work and will bring clothes for going home.", Internal),
    ("Slept well. Walked to the bathroom with one.", Internal),
    ("Hearing aids are at home; asked the neighbour to bring them.", Internal),
    ("Board round: therapy today, then decide on the pathway.", Internal),
    ("Prefers to be called by the middle name.", Internal),
    ("Cat is looked after by the neighbour until the weekend.", Internal),
    ("Asked for the stairs to be tried again tomorrow.", Internal),
    ("Bloods to be repeated in the morning before a decision.", Internal),
    ("Family meeting went well. They would like a date by Friday.", Internal),
    ("Eating half portions. Dietitian asked to look in.", Internal),
    ("Seen on the round: continue, review tomorrow.", Internal),
    ("Echo done, waiting for the report.", Internal),
    ("Son is the main contact; he works nights, so ring after 14:00.", Internal),
    ("Wound clean and dry. Clips out on day ten.", Internal),
    ("Long-stay review: next step is the package, hub to chase today.", Internal),
    ("Key safe is fitted; the care agency has the number.", SharedWithPartners),
    ("Lives alone in a first-floor flat without a lift.", SharedWithPartners),
    ("Needs one to transfer, walks five metres with a frame.", SharedWithPartners),
    ("Had carers twice a day before coming in; the agency holds the slot until Sunday.", SharedWithPartners),
    ("Family agree with a short-term bed and prefer one near the bus.", SharedWithPartners),
    ("Bed is downstairs; commode delivered.", SharedWithPartners),
    ("Access: side gate, ring twice. Steps at the front.", SharedWithPartners),
    ("Has capacity for this decision and wishes to go home.", SharedWithPartners),
    ("Care home will hold the room until the end of the week.", SharedWithPartners),
];

#[rustfmt::skip]
const MATTERS: [&str; 16] = [
    "Getting home to my dog.",
    "To sleep in my own bed and make my own tea.",
    "Being able to get upstairs to the bathroom by myself.",
    "My granddaughter's wedding at the end of the month.",
    "That my wife is not left to manage alone.",
    "Keeping my garden going.",
    "To be told what is happening, before my family is.",
    "Going to chapel on Sundays.",
    "Not going into a home.",
    "Having my glasses and my radio beside me.",
    "Getting back to work on the allotment.",
    "Seeing my brother, who can't travel.",
    "To manage my own medicines again.",
    "Speaking to somebody in Polish now and then.",
    "Hot food. And the cricket.",
    "Being able to look after my husband again.",
];

#[rustfmt::skip]
const WRONG: [&str; 8] = [
    "A chest infection that has made your breathing worse. It is getting better with antibiotics.",
    "You fell and broke your hip. It has been mended with an operation.",
    "Your heart was not pumping well, so fluid gathered in your legs.",
    "A water infection made you confused. We are ruling out anything else.",
    "Your diabetes was out of balance. Your sugars are steadier now.",
    "You had a small stroke. The scan shows no bleeding.",
    "A tummy pain that we have scanned. No operation is needed.",
    "You were very dry and your kidneys were working too hard.",
];

#[rustfmt::skip]
const NEXT: [&str; 7] = [
    "Now: bloods. Later: the physiotherapist walks with you. Tomorrow: the doctor decides on tablets.",
    "Now: last dose into the vein. Tomorrow: tablets, and the stairs.",
    "A scan this afternoon; the doctor tells you the result before supper.",
    "The occupational therapist comes about your kitchen and bathroom.",
    "The pharmacist makes up your medicines; your daughter brings clothes.",
    "The hub telephones your care agency about the first visit.",
    "Rest today. The dressing is changed tomorrow morning.",
];

#[rustfmt::skip]
const NEEDED: [&str; 7] = [
    "Walk to the toilet with your frame and one person.",
    "A day without a temperature, and eating half your meals.",
    "Get up and down three stairs safely.",
    "Oxygen at 92% or more without the mask.",
    "Manage your inhalers by yourself.",
    "Pain kept down with tablets only.",
    "Carers in place for morning and evening.",
];

const NOT_NEEDED: [&str; 7] = [
    "Family will take the patient home",
    "Already in place before admission",
    "Patient declines",
    "No change to medicines",
    "Seen by the community team instead",
    "Not needed on this pathway",
    "Therapists are content without it",
];

pub(super) fn note(chance: &mut Chance) -> (&'static str, Visibility) {
    chance.one(&NOTES)
}

pub(super) fn what_matters(chance: &mut Chance) -> &'static str {
    chance.one(&MATTERS)
}

pub(super) fn what_is_wrong(chance: &mut Chance) -> &'static str {
    chance.one(&WRONG)
}

pub(super) fn what_happens_next(chance: &mut Chance) -> &'static str {
    chance.one(&NEXT)
}

pub(super) fn what_is_needed(chance: &mut Chance) -> &'static str {
    chance.one(&NEEDED)
}

pub(super) fn not_needed(chance: &mut Chance) -> &'static str {
    chance.one(&NOT_NEEDED)
}

/// What a task of this kind usually waits on.
pub(super) fn waiting_on(kind: &str, chance: &mut Chance) -> (&'static str, WaitingFor) {
    let usual: &[(&str, WaitingFor)] = match kind {
        "T03" | "T02" => &[("blood results", Arrangements), ("CT report", Arrangements), ("senior review", Availability)],
        "T04" | "T05" => &[("registrar's advice on anticoagulation", Arrangements), ("microbiology advice", Arrangements)],
        "T06" => {
            &[("blister pack from the community pharmacy", Availability), ("a controlled drug to be re-written", Arrangements)]
        }
        "T08" | "T09" | "T10" => &[("patient too drowsy this morning", Availability), ("family to bring shoes", Arrangements)],
        "T11" => &[("key from the daughter", Arrangements), ("a visit slot on Thursday", Availability)],
        "T13" | "T14" => &[("therapy form to be completed", Arrangements), ("hub nurse to ring back", Arrangements)],
        "T15" => &[("financial details from the family", Arrangements), ("funding panel", Availability)],
        "T16" | "T18" => &[("agency to confirm the first call", Arrangements), ("a double-handed morning call", Availability)],
        "T17" => &[("a reablement start date", Availability), ("assessment by the reablement team", Arrangements)],
        "T19" => &[("district nurse capacity", Availability), ("referral form to be resent", Arrangements)],
        "T20" => &[("a bed at the community hospital", Availability), ("acceptance by the community hospital", Arrangements)],
        "T21" => &[("manager's visit to the ward", Availability), ("care home to name a day", Arrangements)],
        "T22" => &[("a nursing home bed", Availability), ("top-up agreement with the family", Arrangements)],
        "T23" => &[("family to visit two homes", Arrangements), ("power of attorney papers", Arrangements)],
        "T25" => &[("hospital bed and hoist to be delivered", Availability), ("measurements of the door", Arrangements)],
        "T29" | "T30" => &[("an advocate", Availability), ("date of the meeting", Arrangements)],
        "T36" => &[("a stretcher crew", Availability), ("access details of the property", Arrangements)],
        "T37" => &[("swab result", Availability)],
        _ => &[("family", Arrangements), ("a date", Availability), ("a call back", Arrangements)],
    };
    chance.one(usual)
}
