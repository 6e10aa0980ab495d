//! The end of the round: who must do what by when, and for whom something was left out.

use domain::{due, london, round, sentence::Names};
use leptos::prelude::*;

use super::{At, Walk, rows};
use crate::{board::Board, components::Icon};

/// A team's part of the summary, in words.
#[derive(Clone, PartialEq)]
struct TeamPart {
    team: String,
    steps: Vec<StepLine>,
    later: usize,
}

#[derive(Clone, PartialEq)]
struct StepLine {
    patient: String,
    bed: String,
    task: String,
    owner: String,
    due: String,
    is_late: bool,
}

#[component]
pub fn StepsByTeam(walk: Walk) -> impl IntoView {
    let board = walk.board;
    let parts = Memo::new(move |_| parts(board));
    view! {
        <div class="round-end">
            <h2 class="round-end__heading" tabindex="-1">
                "Summary: who does what by when"
            </h2>
            <LeftOut walk />
            {move || {
                let parts = parts.get();
                if parts.is_empty() {
                    return view! { <p>"No open task on this ward."</p> }.into_any();
                }
                parts.into_iter().map(|part| view! { <Team part /> }).collect_view().into_any()
            }}
            <button class="nhsuk-button nhsuk-button--secondary round-end__print" type="button" on:click=|_| drop(window().print())>
                "Print"
            </button>
        </div>
    }
    .into_any()
}

#[component]
fn Team(part: TeamPart) -> impl IntoView {
    let later = match part.later {
        0 => String::new(),
        1 => "and 1 task for a later day".to_owned(),
        count => format!("and {count} tasks for later days"),
    };
    let TeamPart { team, steps, .. } = part;
    let label = team.clone();
    view! {
        <section class="panel" aria-label=label.clone()>
            <h3 class="panel__heading">{team}</h3>
            {(!steps.is_empty()).then(|| view! { <Steps team=label.clone() steps /> })}
            {(!later.is_empty()).then(|| view! { <p class="round-end__later">{later}</p> })}
        </section>
    }
}

#[component]
fn Steps(team: String, steps: Vec<StepLine>) -> impl IntoView {
    view! {
        <table class="round-end__steps" aria-label=format!("What {team} has to do")>
            <thead>
                <tr>
                    <th scope="col">"By when"</th>
                    <th scope="col">"What"</th>
                    <th scope="col">"For whom"</th>
                    <th scope="col">"Who"</th>
                </tr>
            </thead>
            <tbody>{steps.into_iter().map(|step| view! { <Step step /> }).collect_view()}</tbody>
        </table>
    }
}

#[component]
fn Step(step: StepLine) -> impl IntoView {
    view! {
        <tr>
            <td class="round-end__due" class:round-end__due--late=step.is_late>
                {step.is_late.then(|| view! { <Icon name="overdue" /> })}
                {step.due}
            </td>
            <td>{step.task}</td>
            <td>{format!("{}, {}", step.bed, step.patient)}</td>
            <td>{step.owner}</td>
        </tr>
    }
}

/// The patients of whom something is still missing, each a link back to them.
#[component]
fn LeftOut(walk: Walk) -> impl IntoView {
    let board = walk.board;
    let left_out = move || {
        let today = london::date(board.now.get());
        let missing = rows(board).into_iter().filter_map(|row| {
            row.state.with(|state| {
                let stay = &state.shown.stay;
                let missing = round::rounded(stay, today).missing();
                (!missing.is_empty()).then(|| (row.id, format!("{}, {}", stay.place.in_words(), stay.patient.name), missing))
            })
        });
        missing.collect::<Vec<_>>()
    };
    view! {
        {move || {
            let left_out = left_out();
            if left_out.is_empty() {
                return view! { <p class="round-end__all">"Every patient was talked about today."</p> }.into_any();
            }
            view! {
                <section class="panel round-end__left-out">
                    <h3 class="panel__heading">{format!("Not finished: {}", left_out.len())}</h3>
                    <ul>
                        {left_out
                            .into_iter()
                            .map(|(stay, who, missing)| {
                                view! {
                                    <li>
                                        <a class="round-end__who" href=walk.href(&At::Patient(stay))>
                                            {who}
                                        </a>
                                        {format!(": {missing}")}
                                    </li>
                                }
                            })
                            .collect_view()}
                    </ul>
                </section>
            }
                .into_any()
        }}
    }
}

fn parts(board: Board) -> Vec<TeamPart> {
    let now = board.now.get();
    let stays: Vec<_> = rows(board).iter().map(|row| row.state.with(|state| state.shown.stay.clone())).collect();
    round::steps(&stays, now)
        .into_iter()
        .map(|team| TeamPart {
            team: board.with_directory(|directory| Names::team(directory, team.team)),
            later: team.later,
            steps: team
                .steps
                .into_iter()
                .map(|(stay, task)| StepLine {
                    patient: stay.patient.name.to_string(),
                    bed: stay.place.in_words(),
                    task: task.title.clone(),
                    owner: task.owner.as_ref().map_or_else(|| "nobody yet".to_owned(), |owner| owner.name.clone()),
                    due: due::in_words(task.due, now),
                    is_late: task.is_overdue(now),
                })
                .collect(),
        })
        .collect()
}
