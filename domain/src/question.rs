//! What every patient may ask, and the ward's answers (the four patient questions, `domain.md` 2.4). The fourth, "When should
//! I expect to go home?", is answered by the expected date of discharge.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{Event, Refusal, Stay, text};

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
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum PatientQuestion {
    WhatIsWrong,
    WhatHappensNext,
    /// The clinical criteria for discharge, in words that the patient understands.
    WhatIsNeeded,
}

/// The answers so far. A question without one is absent.
pub type Answers = BTreeMap<PatientQuestion, String>;

impl PatientQuestion {
    pub fn words(self) -> &'static str {
        match self {
            Self::WhatIsWrong => "What is wrong with me, or being ruled out?",
            Self::WhatHappensNext => "What happens now, later today and tomorrow?",
            Self::WhatIsNeeded => "What do I need to achieve to go home?",
        }
    }
}

pub(crate) fn decide(stay: &Stay, question: PatientQuestion, words: &str) -> Result<Vec<Event>, Refusal> {
    stay.require_in_hospital()?;
    let words = text::optional(words, "the answer", text::REASON)?;
    let already = stay.answers.get(&question) == words.as_ref();
    Ok(if already { vec![] } else { vec![Event::QuestionAnswered { question, words }] })
}

pub(crate) fn apply(stay: &mut Stay, question: PatientQuestion, words: Option<String>) {
    match words {
        Some(words) => drop(stay.answers.insert(question, words)),
        None => drop(stay.answers.remove(&question)),
    }
}
