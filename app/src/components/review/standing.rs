//! How the patient stands, as the meeting has it before it.

use domain::{count::counted, long_stay_review::Standing};
use leptos::prelude::*;

#[component]
pub fn StandingFacts(standing: Standing) -> impl IntoView {
    let facts = [
        ("Length of stay", counted(standing.nights, "night", "nights")),
        ("Ready to leave since", standing.ready_in_words()),
        ("Pathway", standing.pathway_in_words()),
        ("Expected date of discharge", standing.expected_in_words()),
        ("Primary reason of delay", standing.reason_in_words()),
        ("Place", standing.place),
    ];
    let tasks = standing.tasks;
    view! {
        <section class="report__section" aria-labelledby="standing">
            <h2 class="nhsuk-heading-m" id="standing">
                "How the patient stands"
            </h2>
            <dl class="review-facts">
                {facts
                    .into_iter()
                    .map(|(label, words)| {
                        view! {
                            <div>
                                <dt>{label}</dt>
                                <dd>{words}</dd>
                            </div>
                        }
                    })
                    .collect_view()}
            </dl>
            <h3 class="nhsuk-heading-s">"Open tasks"</h3>
            {if tasks.is_empty() {
                view! { <p>"No task is open."</p> }.into_any()
            } else {
                view! {
                    <ul class="review-tasks">{tasks.into_iter().map(|task| view! { <li>{task}</li> }).collect_view()}</ul>
                }
                    .into_any()
            }}
        </section>
    }
}
