//! The patient's plan for going home: seen on paper alone, in place of the page. One page for the patient and their family.

use domain::{PlanForHome, StayStatus, plan_for_home::Step};
use leptos::prelude::*;

use crate::board::{Board, Row};

/// For a patient who is here, and for those who see all of what is to be done: half a plan would mislead.
#[component]
pub fn PlanOnPaper(row: Row) -> impl IntoView {
    let board = Board::expect();
    let sees_all = board.sees_whole_ward(&row.place.ward);
    let plan = Memo::new(move |_| {
        let now = board.now.get();
        row.state.with(|state| {
            let stay = &state.shown.stay;
            let is_here = stay.status == StayStatus::InHospital;
            (sees_all && is_here).then(|| board.with_directory(|directory| PlanForHome::of(stay, directory, now)))
        })
    });
    move || plan.get().map(|plan| view! { <Paper plan /> })
}

/// Opens the browser's own question about printing.
#[component]
pub fn PrintPlan(row: Row) -> impl IntoView {
    let sees_all = Board::expect().sees_whole_ward(&row.place.ward);
    let is_here = Memo::new(move |_| row.state.with(|state| state.shown.stay.status == StayStatus::InHospital));
    view! {
        <Show when=move || sees_all && is_here.get()>
            <button class="nhsuk-button nhsuk-button--secondary" type="button" on:click=move |_| drop(window().print())>
                "Print for the patient"
            </button>
        </Show>
    }
}

#[component]
fn Paper(plan: PlanForHome) -> impl IntoView {
    let what_matters = plan.what_matters.clone();
    let (ward, printed) = (plan.ward.clone(), plan.printed.clone());
    view! {
        <article class="plan-for-home">
            <h1>"Your plan for going home"</h1>
            <p class="plan-for-home__who">
                <strong>{plan.name.clone()}</strong>
                {format!(", {}", plan.ward)}
            </p>
            <h2>"When you can expect to go home"</h2>
            {plan.expected.clone().map(|day| view! { <p class="plan-for-home__day">{day}</p> })}
            <p>{plan.expected_words}</p>
            <h2>"Why you are still in hospital"</h2>
            {plan.why_here.iter().map(|why| view! { <p>{*why}</p> }).collect_view()}
            <Answers answers=plan.answers.clone() />
            <ToDo plan />
            <h2>"What matters to me"</h2>
            <p class="plan-for-home__words">
                {what_matters.unwrap_or_else(|| "We have not asked you yet. Please tell us what matters to you.".to_owned())}
            </p>
            <h2>"If you have a question"</h2>
            <p>
                {format!(
                    "Ask any nurse on {ward}. Please tell us too if something at home has changed, or if you or your family are worried about going home.",
                )}
            </p>
            <p class="plan-for-home__printed">{format!("Printed on {printed}. Ask us for a new one if something has changed.")}</p>
        </article>
    }
}

#[component]
fn Answers(answers: Vec<(&'static str, String)>) -> impl IntoView {
    (!answers.is_empty()).then(|| {
        let answers = answers.into_iter().map(|(question, answer)| {
            view! {
                <dt>{question}</dt>
                <dd>{answer}</dd>
            }
        });
        view! {
            <h2>"Your questions"</h2>
            <dl class="plan-for-home__answers">{answers.collect_view()}</dl>
        }
    })
}

#[component]
fn ToDo(plan: PlanForHome) -> impl IntoView {
    let PlanForHome { to_do, to_do_words, .. } = plan;
    view! {
        <h2>"What has to happen before you go home"</h2>
        {if to_do.is_empty() { view! { <p>{to_do_words}</p> }.into_any() } else { view! { <Steps to_do /> }.into_any() }}
    }
}

#[component]
fn Steps(to_do: Vec<Step>) -> impl IntoView {
    view! {
        <table class="plan-for-home__steps" aria-label="What has to happen">
            <thead>
                <tr>
                    <th scope="col">"What"</th>
                    <th scope="col">"Who sees to it"</th>
                </tr>
            </thead>
            <tbody>
                {to_do
                    .into_iter()
                    .map(|step| {
                        view! {
                            <tr>
                                <td>{step.what}</td>
                                <td>{step.who}</td>
                            </tr>
                        }
                    })
                    .collect_view()}
            </tbody>
        </table>
    }
}
