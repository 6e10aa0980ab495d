//! What a figure should come to.

use super::ChartName;
use crate::{
    Problem,
    report::{document::ColumnKind, xmr::Better},
};

/// In the unit of the chart's figures: a share is a part of a whole, from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Target {
    pub chart: ChartName,
    pub value: f64,
}

/// More patients, or bed days in a week, than any hospital has.
const LARGEST: f64 = 100_000.0;

impl Target {
    /// Reads "50" or "12.5", and for a share "33", "33%" or "33.5 %".
    ///
    /// # Errors
    ///
    /// [`Problem::Invalid`] with an example of what was expected.
    pub fn read(chart: ChartName, text: &str) -> Result<Self, Problem> {
        let is_share = chart.kind() == ColumnKind::Share;
        let (example, most) = if is_share { (" per cent, such as 33", 100.0) } else { (", such as 40", LARGEST) };
        let text = text.trim();
        if text.is_empty() {
            return Err(Problem::invalid(format!("Please give the target{example}.")));
        }
        let digits = if is_share { text.trim_end_matches('%').trim_end() } else { text };
        let is_plain = digits.chars().all(|letter| letter.is_ascii_digit() || letter == '.');
        let number = digits.parse().ok().filter(|number: &f64| is_plain && (0.0..=most).contains(number));
        let number = number.ok_or_else(|| {
            Problem::invalid(format!("\u{201c}{text}\u{201d} is no target: it is a number from 0 to {most}{example}."))
        })?;
        Ok(Self { chart, value: if is_share { number / 100.0 } else { number } })
    }

    /// "33.0%", "40", "12.5".
    pub fn shown(&self) -> String {
        match self.chart.kind() {
            ColumnKind::Share => format!("{:.1}%", self.value * 100.0),
            _ => self.value.to_string(),
        }
    }

    /// "at most 40 patients", "at least 33.0%".
    pub fn words(&self) -> String {
        let bound = match self.chart.better() {
            Better::Higher => "at least ",
            Better::Lower => "at most ",
            Better::Neither => "",
        };
        let unit = if self.chart.kind() == ColumnKind::Share { String::new() } else { format!(" {}", self.chart.unit()) };
        format!("{bound}{}{unit}", self.shown())
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case(ChartName::LongStays, " 40 ", "at most 40 patients")]
    #[case(ChartName::DelayDays, "12.5", "at most 12.5 bed days")]
    #[case(ChartName::DelayDays, "0", "at most 0 bed days")]
    #[case(ChartName::BeforeNoon, "33", "at least 33.0%")]
    #[case(ChartName::BeforeNoon, "33.5 %", "at least 33.5%")]
    fn a_target_is_read_as_it_is_said(#[case] chart: ChartName, #[case] text: &str, #[case] words: &str) {
        assert_eq!(Target::read(chart, text).map(|target| target.words()), Ok(words.to_owned()));
    }

    #[rstest]
    #[case(ChartName::LongStays, "", "Please give the target, such as 40.")]
    #[case(ChartName::LongStays, "-1", "is no target: it is a number from 0 to 100000")]
    #[case(ChartName::LongStays, "inf", "is no target")]
    #[case(ChartName::LongStays, "1e3", "is no target")]
    #[case(ChartName::LongStays, "33%", "is no target")]
    #[case(ChartName::LongStays, "12,5", "\u{201c}12,5\u{201d} is no target")]
    #[case(ChartName::BeforeNoon, "101", "is no target: it is a number from 0 to 100 per cent, such as 33.")]
    #[case(ChartName::BeforeNoon, "%", "is no target")]
    #[case(ChartName::BeforeNoon, ".", "is no target")]
    fn what_is_no_target_says_what_was_expected(#[case] chart: ChartName, #[case] text: &str, #[case] words: &str) {
        let problem = Target::read(chart, text).expect_err("refused");
        assert!(problem.to_string().contains(words), "{problem}");
    }
}
