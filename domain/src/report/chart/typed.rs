//! A step as a form sends it; kept as it was typed where it is refused.

use serde::Deserialize;

use super::{ChartName, ChartStep, Target};
use crate::Problem;

#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct TypedStep {
    /// A [`ChartName`].
    pub chart: String,
    /// `target`, `rebase` or `withdraw`.
    pub step: String,
    pub target: String,
    /// The Monday of the first week, as 2026-03-02.
    pub week: String,
    pub why: String,
    /// The decision that is withdrawn.
    pub decision: String,
}

impl TypedStep {
    /// # Errors
    ///
    /// [`Problem::Invalid`] says what was expected; [`Problem::NotFound`] where the form names what there isn't.
    pub fn read(&self) -> Result<(ChartName, ChartStep), Problem> {
        let chart: ChartName = self.chart.parse().map_err(|_| Problem::NotFound)?;
        let reason = self.why.clone();
        let step = match self.step.as_str() {
            "target" => ChartStep::SetTarget(Target::read(chart, &self.target)?),
            "rebase" => {
                let from = self.week.trim().parse().map_err(|_| Problem::invalid("Please choose the week."))?;
                ChartStep::Rebase { from, reason }
            }
            "withdraw" => ChartStep::Withdraw { decision: self.decision.parse().map_err(|_| Problem::NotFound)?, reason },
            _ => return Err(Problem::NotFound),
        };
        Ok((chart, step))
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn typed(text: &str) -> TypedStep {
        let fields: Vec<&str> = text.split('|').map(str::trim).collect();
        let [chart, step, target, week, why, decision] = fields.try_into().expect("six fields");
        let [chart, step, target] = [chart, step, target].map(str::to_owned);
        let [week, why, decision] = [week, why, decision].map(str::to_owned);
        TypedStep { chart, step, target, week, why, decision }
    }

    #[test]
    fn each_step_is_read() {
        let read = |text| typed(text).read().map(|(_, step)| step).expect("read");
        let target = Target { chart: ChartName::BeforeNoon, value: 0.33 };
        assert_eq!(read("before-noon|target|33%|||"), ChartStep::SetTarget(target));
        let (from, reason) = ("2026-03-02".parse().expect("a day"), "New lounge".to_owned());
        assert_eq!(read("delay-days|rebase||2026-03-02|New lounge|"), ChartStep::Rebase { from, reason });
        let decision = "00000000-0000-0000-0000-000000000001";
        let expected = ChartStep::Withdraw { decision: decision.parse().expect("an id"), reason: "Wrong".to_owned() };
        assert_eq!(read(&format!("delay-days|withdraw|||Wrong|{decision}")), expected);
    }

    #[rstest]
    #[case("elephants|target|33|||", Problem::NotFound)]
    #[case("delay-days|forget|33|||", Problem::NotFound)]
    #[case("delay-days|withdraw||||17", Problem::NotFound)]
    #[case("delay-days|rebase|||New lounge|", Problem::invalid("Please choose the week."))]
    fn what_can_t_be_read_is_told(#[case] text: &str, #[case] problem: Problem) {
        assert_eq!(typed(text).read(), Err(problem));
    }
}
