//! `/task`: what can be done about one task, in plain forms. A chip that is tapped before the program has arrived leads here.

use domain::{PatientRecord, Problem, StayId, Task, TaskNumber, board::BoardRow, queue, task::TaskStateKind};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use crate::{
    api::{self, Failure, SignedIn, new_mutation},
    board::{Board, Shows},
    components::{
        ErrorSummary, Icon, Loaded, PatientBanner, Screen, form_failure, standing_in_words, take_in_words, task_icon, task_moves,
    },
    way::is_local,
};

#[component]
pub fn TaskPage() -> impl IntoView {
    let record = Resource::new(asked_task, load);
    view! { <Loaded page=record shown=|signed_in, (number, record)| view! { <TaskScreen signed_in number record /> } /> }
}

/// The task that the address names: `{stay}.{number}`, as a chip's button sends it.
fn asked_task() -> Option<(StayId, TaskNumber)> {
    let task = use_query_map().read_untracked().get("task")?;
    let (stay, number) = task.split_once('.')?;
    Some((stay.parse().ok()?, TaskNumber(number.parse().ok()?)))
}

async fn load(asked: Option<(StayId, TaskNumber)>) -> Result<(TaskNumber, PatientRecord), Failure> {
    let (stay, number) = asked.ok_or(Problem::NotFound)?;
    let record = api::patient(stay).await?;
    record.stay.task(number).ok_or(Problem::NotFound)?;
    Ok((number, record))
}

#[component]
fn TaskScreen(signed_in: SignedIn, number: TaskNumber, record: PatientRecord) -> impl IntoView {
    let PatientRecord { stay, now, .. } = record;
    let from = use_query_map().read_untracked().get("from").filter(|from| is_local(from));
    let back = from.unwrap_or_else(|| format!("/wards/{}", stay.place.ward));
    let steps = Steps { stay: stay.clone(), signed_in: signed_in.clone(), back: back.clone() };
    let task = stay.task(number).cloned();
    let board = Board::provide(Shows::Patient(stay.id), vec![BoardRow::whole(stay)], Vec::new(), now, signed_in.clone());
    let row = board.row(steps.stay.id);
    view! {
        <Screen title="Task" signed_in>
            {form_failure().map(|failure| view! { <ErrorSummary message=failure.to_string() /> })}
            {row.map(|row| view! { <PatientBanner row /> })}
            <p class="back-link">
                <a href=back>"Back"</a>
            </p>
            {task.map(|task| steps.view(&task, now))}
        </Screen>
    }
}

struct Steps {
    stay: domain::Stay,
    signed_in: SignedIn,
    back: String,
}

impl Steps {
    fn view(&self, task: &Task, now: chrono::DateTime<chrono::Utc>) -> impl IntoView + use<> {
        let SignedIn { actor, directory, .. } = &self.signed_in;
        let standing = standing_in_words(&self.stay, task, directory, now);
        let may_take = task.state.is_open()
            && !queue::is_mine(actor, task)
            && domain::permission::may_command(actor, &self.stay, &queue::claim(actor, task));
        let moves = task_moves(&self.stay, task, actor);
        view! {
            <h2 class="nhsuk-heading-m task-page__title">{task.title.clone()}</h2>
            <p>{standing}</p>
            <div class="task-page">
                {may_take.then(|| self.step(task, "take", &take_in_words(task), None))}
                {moves.into_iter().map(|(to, words)| self.step(task, to.into(), words, Some(to))).collect_view()}
            </div>
        }
    }

    /// A form of its own for each step, so that each has the words it needs and no others.
    fn step(&self, task: &Task, to: &'static str, words: &str, state: Option<TaskStateKind>) -> impl IntoView + use<> {
        let is_first = matches!(state, Some(TaskStateKind::InProgress | TaskStateKind::Done));
        let class = if is_first { "choice choice--first" } else { "choice" };
        view! {
            <form class="task-page__step" method="post" action="/api/fn/act-on-task">
                <input type="hidden" name="step[mutation]" value=new_mutation().to_string() />
                <input type="hidden" name="step[stay]" value=self.stay.id.to_string() />
                <input type="hidden" name="step[task]" value=task.number.to_string() />
                <input type="hidden" name="step[position]" value=self.stay.position.to_string() />
                <input type="hidden" name="step[back]" value=self.back.clone() />
                <input type="hidden" name="step[to]" value=to />
                {state.and_then(question).map(|label| view! { <WordsField id=to label /> })}
                {(state == Some(TaskStateKind::Waiting)).then(|| view! { <WaitingForField /> })}
                <button class=class type="submit">
                    {state.map(|state| view! { <Icon name=task_icon(state) /> })}
                    {words.trim_end_matches('…').to_owned()}
                </button>
            </form>
        }
    }
}

/// What else has to be said, if anything.
fn question(to: TaskStateKind) -> Option<&'static str> {
    match to {
        TaskStateKind::Waiting => Some("Waiting on"),
        TaskStateKind::NotNeeded => Some("Why is it not needed?"),
        TaskStateKind::Cancelled => Some("What was the mistake?"),
        _ => None,
    }
}

#[component]
fn WordsField(id: &'static str, label: &'static str) -> impl IntoView {
    view! {
        <label class="nhsuk-label" for=id>
            {label}
        </label>
        <input class="nhsuk-input" id=id name="step[words]" type="text" autocomplete="off" required />
    }
}

#[component]
fn WaitingForField() -> impl IntoView {
    view! {
        <label class="radios__option">
            <input type="radio" name="step[waiting_for]" value="arrangements" checked />
            <span>"Being arranged"</span>
        </label>
        <label class="radios__option">
            <input type="radio" name="step[waiting_for]" value="availability" />
            <span>"Arranged, not yet available"</span>
        </label>
    }
}
