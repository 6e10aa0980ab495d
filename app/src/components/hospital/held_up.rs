//! What holds patients up now: the open tasks that block going home, by team and by kind, each a link to its patients.

use domain::{
    Condition, EscalationLevel, Filter, KindCode, TeamCode, clinical_time, count::counted, overview::HeldUp, overview::Overview,
    sentence::Names,
};
use leptos::prelude::*;

use crate::{board::Board, components::Icon};

/// Kinds past these are few tasks each.
const KINDS: usize = 10;

#[component]
pub fn HeldUpPanel(overview: RwSignal<Overview>, sees_patients: bool) -> impl IntoView {
    let board = Board::expect();
    let by_team =
        move || overview.with(|overview| overview.by_team.iter().map(|team| team_line(team, board)).collect::<Vec<_>>());
    let by_kind = move || {
        overview.with(|overview| overview.by_kind.iter().take(KINDS).map(|kind| kind_line(kind, board)).collect::<Vec<_>>())
    };
    view! {
        <section class="panel" aria-labelledby="held-up">
            <h2 class="panel__heading" id="held-up">
                "What holds us up now"
            </h2>
            {move || view! { <Escalated levels=overview.with(|overview| overview.escalated.clone()) sees_patients /> }}
            {move || view! { <Lines caption="Open tasks by team" lines=by_team() sees_patients /> }}
            {move || view! { <Lines caption="Open tasks by kind" lines=by_kind() sees_patients /> }}
        </section>
    }
    .into_any()
}

/// How many late tasks have climbed, and how high: each a link to their patients, or for those who see no patients to the report
/// that lists them.
#[component]
fn Escalated(levels: Vec<(EscalationLevel, u32)>, sees_patients: bool) -> impl IntoView {
    let line = |(level, count): (EscalationLevel, u32)| {
        let words = format!("{} escalated to the {}", counted(count, "task", "tasks"), level.words().to_lowercase());
        let query = Filter::default().toggled(&Condition::Escalated(level)).query();
        let words = if sees_patients {
            view! { <a href=format!("/board{query}")>{words}</a> }.into_any()
        } else {
            view! {
                <a href="/reports/tasks" rel="external">
                    {words}
                </a>
            }
            .into_any()
        };
        view! {
            <li class="held-up__escalated">
                <Icon name="climbs" />
                {words}
            </li>
        }
    };
    view! { <ul class="held-up__levels">{levels.into_iter().map(line).collect_view()}</ul> }
}

/// A line of the table: what, how many, how many of them late, and how late the first is.
struct Line {
    name: String,
    query: String,
    tasks: u32,
    overdue: u32,
    oldest: Option<String>,
}

fn team_line(held_up: &HeldUp<TeamCode>, board: Board) -> Line {
    let name = board.with_directory(|directory| Names::team(directory, &held_up.code));
    line(held_up, name, &Condition::Team(held_up.code.clone()), board)
}

fn kind_line(held_up: &HeldUp<KindCode>, board: Board) -> Line {
    let kind = |directory: &domain::Directory| directory.kind(&held_up.code).map(|kind| kind.short.clone());
    let name = board.with_directory(kind).unwrap_or_else(|| held_up.code.to_string());
    line(held_up, name, &Condition::Kind(held_up.code.clone()), board)
}

fn line<C>(held_up: &HeldUp<C>, name: String, condition: &Condition, board: Board) -> Line {
    let late_by = held_up.first_due.map(|due| board.now.get() - due).filter(|late| late.num_seconds() > 0);
    Line {
        name,
        query: Filter::default().toggled(condition).query(),
        tasks: held_up.tasks,
        overdue: held_up.overdue,
        oldest: late_by.map(clinical_time::short_span),
    }
}

#[component]
fn Lines(caption: &'static str, lines: Vec<Line>, sees_patients: bool) -> impl IntoView {
    if lines.is_empty() {
        return view! { <p class="held-up__none">"Nothing: no open task blocks anybody."</p> }.into_any();
    }
    view! {
        <table class="held-up">
            <caption class="held-up__caption">{caption}</caption>
            <thead class="visually-hidden">
                <tr>
                    <th scope="col">"Waits for"</th>
                    <th scope="col">"Tasks"</th>
                    <th scope="col">"Late"</th>
                </tr>
            </thead>
            <tbody>{lines.into_iter().map(|line| view! { <LineRow line sees_patients /> }).collect_view()}</tbody>
        </table>
    }
    .into_any()
}

#[component]
fn LineRow(line: Line, sees_patients: bool) -> impl IntoView {
    let Line { name, query, tasks, overdue, oldest } = line;
    let name = if sees_patients {
        view! { <a href=format!("/board{query}")>{name}</a> }.into_any()
    } else {
        view! { <span>{name}</span> }.into_any()
    };
    let late = (overdue > 0).then(|| {
        let oldest = oldest.map(|oldest| format!(", up to {oldest}")).unwrap_or_default();
        view! {
            <Icon name="overdue" />
            {format!("{overdue} late{oldest}")}
        }
    });
    view! {
        <tr>
            <th class="held-up__name" scope="row">
                {name}
            </th>
            <td class="held-up__count">{tasks}</td>
            <td class="held-up__late">{late}</td>
        </tr>
    }
}
