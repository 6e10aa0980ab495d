//! What was decided about a chart, and plain forms to decide more: a target, a rebasing, and taking either back.

use domain::{
    Problem,
    report::{
        chart::{ChartDecision, ChartDecisions, Decided, TypedStep},
        document::{ColumnKind, XmrChart},
    },
};
use leptos::prelude::*;

/// What the forms of a report's charts need to know.
#[derive(Clone)]
pub struct ChartForms {
    /// The report's own address, with what was asked for: where the forms are sent.
    pub action: String,
    pub may_decide: bool,
    /// What was typed last, and why it was refused.
    pub refused: Option<(TypedStep, Problem)>,
}

impl ChartForms {
    /// A form's step of a chart as it was typed, where that was refused; else empty.
    fn typed(&self, chart: &'static str, step: &str, decision: &str) -> (TypedStep, Option<String>) {
        let this = self
            .refused
            .iter()
            .find(|(typed, _)| typed.chart == chart && typed.step == step && (decision.is_empty() || typed.decision == decision));
        this.map_or_else(Default::default, |(typed, problem)| (typed.clone(), Some(problem.to_string())))
    }
}

/// Nothing where nothing was decided by others and there is nothing to decide.
#[component]
pub fn ChartDecisionsFold(chart: XmrChart, forms: ChartForms) -> impl IntoView {
    let XmrChart { weeks, decisions, .. } = chart;
    let name: &'static str = decisions.chart.into();
    let is_open = forms.refused.as_ref().is_some_and(|(typed, _)| typed.chart == name);
    let is_empty = decisions.all.is_empty();
    (forms.may_decide || !is_empty).then(|| {
        view! {
            <details class="decide" open=is_open>
                <summary>"Target and rebasing"</summary>
                {if is_empty {
                    view! { <p>"Nothing has been decided about this chart."</p> }.into_any()
                } else {
                    view! { <Decisions decisions=decisions.clone() forms=forms.clone() /> }.into_any()
                }}
                {forms
                    .may_decide
                    .then(|| {
                        view! {
                            <p class="decide__about">
                                "What is decided here holds for this chart of the patients asked for above, on every screen and in every file. Please name no patient in a reason."
                            </p>
                            <div class="decide__forms">
                                <TargetForm decisions forms=forms.clone() />
                                <RebaseForm name weeks forms />
                            </div>
                        }
                    })}
            </details>
        }
    })
}

/// The newest first.
#[component]
fn Decisions(decisions: ChartDecisions, forms: ChartForms) -> impl IntoView {
    let name: &'static str = decisions.chart.into();
    let items: Vec<_> = decisions
        .all
        .iter()
        .rev()
        .map(|decision| {
            let standing = standing(&decisions, decision);
            let may_withdraw = forms.may_decide && decisions.is_in_force(decision);
            view! {
                <li class="decide__item">
                    <p>
                        <strong>{decision.what.words()}</strong>
                        " "
                        <span class="decide__signature">{decision.signature()}</span>
                        " "
                        {standing}
                    </p>
                    {may_withdraw.then(|| view! { <WithdrawForm name decision=decision.id.to_string() forms=forms.clone() /> })}
                </li>
            }
        })
        .collect();
    view! { <ul class="decide__list">{items}</ul> }
}

/// Why a decision holds no longer; empty where it does.
fn standing(decisions: &ChartDecisions, decision: &ChartDecision) -> String {
    match &decision.withdrawn {
        Some(withdrawn) => withdrawn.words(),
        None if decisions.is_in_force(decision) => String::new(),
        None => "Replaced by a later target".to_owned(),
    }
}

#[component]
fn WithdrawForm(name: &'static str, decision: String, forms: ChartForms) -> impl IntoView {
    let (typed, problem) = forms.typed(name, "withdraw", &decision);
    let (id, is_open) = (format!("withdraw-{decision}"), problem.is_some());
    view! {
        <details open=is_open>
            <summary>"Withdraw"</summary>
            <form class="decide__form" method="post" action=forms.action>
                <input type="hidden" name="chart" value=name />
                <input type="hidden" name="step" value="withdraw" />
                <input type="hidden" name="decision" value=decision />
                <WordsField id name="why" label="Why is it withdrawn?" value=typed.why problem />
                <button class="nhsuk-button nhsuk-button--secondary" type="submit">
                    "Withdraw"
                </button>
            </form>
        </details>
    }
}

#[component]
fn TargetForm(decisions: ChartDecisions, forms: ChartForms) -> impl IntoView {
    let name: &'static str = decisions.chart.into();
    let (typed, problem) = forms.typed(name, "target", "");
    let unit = if decisions.chart.kind() == ColumnKind::Share { "per cent" } else { decisions.chart.unit() };
    let is_set = decisions.all.iter().any(|it| matches!(it.what, Decided::Target(_)) && decisions.is_in_force(it));
    let submit = if is_set { "Replace the target" } else { "Set the target" };
    view! {
        <form class="decide__form" method="post" action=forms.action>
            <input type="hidden" name="chart" value=name />
            <input type="hidden" name="step" value="target" />
            <WordsField id=format!("target-{name}") name="target" label=format!("Target, in {unit}") value=typed.target problem />
            <button class="nhsuk-button nhsuk-button--secondary" type="submit">
                {submit}
            </button>
        </form>
    }
}

/// From any week of the chart but its first, from which nothing would be new.
#[component]
fn RebaseForm(name: &'static str, weeks: Vec<chrono::NaiveDate>, forms: ChartForms) -> impl IntoView {
    let (typed, problem) = forms.typed(name, "rebase", "");
    let id = format!("week-{name}");
    let options = weeks.into_iter().skip(1).rev().map(|week| {
        let is_chosen = typed.week == week.to_string();
        view! {
            <option value=week.to_string() selected=is_chosen>
                {domain::clinical_time::date(week)}
            </option>
        }
    });
    let options = options.collect_view();
    view! {
        <form class="decide__form" method="post" action=forms.action>
            <input type="hidden" name="chart" value=name />
            <input type="hidden" name="step" value="rebase" />
            <div class="nhsuk-form-group">
                <label class="nhsuk-label" for=id.clone()>
                    "Compute the limits anew from the week of"
                </label>
                <select class="nhsuk-select" id=id name="week">
                    <option value="">"Choose a week"</option>
                    {options}
                </select>
            </div>
            <WordsField id=format!("why-{name}") name="why" label="What changed then?" value=typed.why problem />
            <button class="nhsuk-button nhsuk-button--secondary" type="submit">
                "Rebase the chart"
            </button>
        </form>
    }
}

/// A line to type in, with what was wrong with its form.
#[component]
fn WordsField(
    id: String,
    name: &'static str,
    #[prop(into)] label: String,
    value: String,
    problem: Option<String>,
) -> impl IntoView {
    let error_id = problem.as_ref().map(|_| format!("{id}-problem"));
    let (group, input) = if problem.is_some() {
        ("nhsuk-form-group nhsuk-form-group--error", "nhsuk-input nhsuk-input--error")
    } else {
        ("nhsuk-form-group", "nhsuk-input")
    };
    view! {
        <div class=group>
            <label class="nhsuk-label" for=id.clone()>
                {label}
            </label>
            {problem
                .map(|problem| {
                    view! {
                        <span class="nhsuk-error-message" id=error_id.clone()>
                            {problem}
                        </span>
                    }
                })}
            <input class=input id=id name=name type="text" value=value autocomplete="off" aria-describedby=error_id />
        </div>
    }
}
