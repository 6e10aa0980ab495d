//! One task in the queue: by when, what, for whom and where, and the next step as a button.

use domain::{
    Command, EscalationLevel, StayId, TaskNumber,
    due::{self, DueStatus},
    queue,
    sentence::Names,
    task::TaskStateKind,
};
use leptos::{ev::MouseEvent, prelude::*};

use super::Chosen;
use crate::{
    board::{Board, Row},
    components::{
        Icon,
        task_chip::{Escalated, icon, open_task, press_by_space, state_in_words, task_page},
        wording::short_title,
    },
};

#[derive(Clone, PartialEq)]
struct Face {
    title: String,
    patient: String,
    born: String,
    place: String,
    due: String,
    is_late: bool,
    /// Who has it; else the team.
    owner: String,
    state: TaskStateKind,
    state_words: String,
    /// Above its owner.
    escalated: Option<EscalationLevel>,
    is_unsent: bool,
}

#[component]
pub fn QueueItem(stay: StayId, number: TaskNumber, chosen: Chosen) -> impl IntoView {
    let board = Board::expect();
    board.row(stay).map(|row| {
        let face = Memo::new(move |_| face(board, &row, number));
        view! {
            <li class="queue__item">
                <Tick stay number chosen face />
                {move || face.get().map(|face| view! { <ItemFace face stay number /> })}
                <NextSteps stay number />
            </li>
        }
    })
}

/// Chooses the task, to do it together with others.
#[component]
fn Tick(stay: StayId, number: TaskNumber, chosen: Chosen, face: Memo<Option<Face>>) -> impl IntoView {
    let is_chosen = move || chosen.0.with(|chosen| chosen.contains(&(stay, number)));
    let toggle = move |_| {
        chosen.0.update(|chosen| {
            if !chosen.remove(&(stay, number)) {
                chosen.insert((stay, number));
            }
        });
    };
    let label = move || face.with(|face| face.as_ref().map(|face| format!("Choose {} for {}", face.title, face.patient)));
    view! {
        <label class="queue__tick">
            <input type="checkbox" prop:checked=is_chosen on:change=toggle />
            <span class="visually-hidden">{label}</span>
        </label>
    }
}

#[component]
fn ItemFace(face: Face, stay: StayId, number: TaskNumber) -> impl IntoView {
    let board = Board::expect();
    let due_class = if face.is_late { "queue__due queue__due--late" } else { "queue__due" };
    view! {
        <p class=due_class>
            {face.is_late.then(|| view! { <Icon name="overdue" /> })}
            {face.due}
        </p>
        <div class="queue__what">
            <a
                class="queue__title"
                role="button"
                href=task_page(stay, number)
                on:click=open_task(board, stay, number)
                on:keydown=press_by_space
            >
                <Icon name=icon(face.state) />
                {face.title}
            </a>
            <p class="queue__state">
                {format!("{} · {}", face.owner, face.state_words)} {face.escalated.map(|level| view! { <Escalated level /> })}
                {face.is_unsent.then(|| view! { <span class="chip__unsent">"not yet sent"</span> })}
            </p>
        </div>
        <div class="queue__who">
            <a class="board__name" href=format!("/patients/{stay}")>
                {face.patient}
            </a>
            <p class="queue__state">{face.born}</p>
        </div>
        <p class="queue__place">{face.place}</p>
    }
}

/// "Take it", or "Take over" where somebody else has it, and "Done", where one may.
#[component]
fn NextSteps(stay: StayId, number: TaskNumber) -> impl IntoView {
    let board = Board::expect();
    let claim = move || {
        let row = board.row(stay)?;
        row.state.with(|state| {
            let task = state.shown.stay.task(number)?;
            let from = task.owner.as_ref().map(|owner| owner.name.clone());
            board.with_actor(|actor| (!queue::is_mine(actor, task)).then(|| (queue::claim(actor, task), from)))
        })
    };
    let may = move |command: &Command| board.may(stay, command);
    view! {
        <div class="queue__steps">
            {move || {
                claim()
                    .filter(|(command, _)| may(command))
                    .map(|(command, from)| {
                        view! {
                            <NextStep stay number command class="queue__step">
                                <Taking from />
                            </NextStep>
                        }
                    })
            }}
            {move || {
                Some(Command::CompleteTask { task: number })
                    .filter(may)
                    .map(|command| {
                        view! {
                            <NextStep stay number command class="queue__step queue__step--done">
                                <Icon name="done" />
                                "Done"
                            </NextStep>
                        }
                    })
            }}
        </div>
    }
}

/// Said in whole: "Take over from Owen Blackwood". Seen shorter: the name stands beside it.
#[component]
fn Taking(from: Option<String>) -> impl IntoView {
    match from {
        None => view! { "Take it" }.into_any(),
        Some(name) => view! {
            "Take over"
            <span class="said">{format!(" from {name}")}</span>
        }
        .into_any(),
    }
}

/// Done with one tap; before the program has arrived, the way to the task's page.
#[component]
fn NextStep(stay: StayId, number: TaskNumber, command: Command, class: &'static str, children: Children) -> impl IntoView {
    let board = Board::expect();
    let ask = move |event: MouseEvent| {
        event.prevent_default();
        board.submit_or_tell(stay, command.clone());
    };
    view! {
        <a class=class role="button" href=task_page(stay, number) on:click=ask on:keydown=press_by_space>
            {children()}
        </a>
    }
}

fn face(board: Board, row: &Row, number: TaskNumber) -> Option<Face> {
    let now = board.now.get();
    row.state.with(|state| {
        let stay = &state.shown.stay;
        let task = stay.task(number)?;
        let (title, ward, team, state_words) = board.with_directory(|directory| {
            let (ward, team) = (directory.ward(&stay.place.ward), directory.team(&task.owner_team));
            (short_title(task, directory), ward, team, state_in_words(stay, task, directory))
        });
        let escalation = board.with_directory(|directory| directory.escalation);
        let due = due::in_short(task.due, now);
        Some(Face {
            title,
            patient: stay.patient.name.to_string(),
            born: format!("Born {}", stay.patient.born_in_words(domain::london::date(now))),
            place: format!("{ward}, {}", stay.place.in_words()),
            due: if due.is_empty() { "No due time".to_owned() } else { due },
            is_late: due::status(task.due, now) == DueStatus::Overdue,
            owner: task.owner.as_ref().map_or(team, |owner| owner.name.clone()),
            state: task.state.kind(),
            state_words,
            escalated: escalation.level(task, now).filter(|level| *level > EscalationLevel::Owner),
            is_unsent: state.is_unsent(number),
        })
    })
}
