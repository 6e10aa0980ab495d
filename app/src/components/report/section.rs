//! One question of a report: its sentences, its chart, the table behind it, and what the figures mean.

use domain::report::{
    Figure,
    document::{Cell, Chart, ColumnKind, Section, Table},
};
use leptos::prelude::*;

use super::{
    chart::ChartFigure,
    decide::{ChartDecisionsFold, ChartForms},
};
use crate::components::EmptyState;

#[component]
pub fn ReportSection(
    number: usize,
    section: Section,
    /// Where something may be decided about its chart.
    #[prop(optional)]
    forms: Option<ChartForms>,
) -> impl IntoView {
    let Section { heading, words, chart, table, figures } = section;
    let (id, labelled) = (format!("section-{number}"), format!("section-{number}"));
    view! {
        <section class="report__section" aria-labelledby=labelled>
            <h2 class="nhsuk-heading-m" id=id>
                {heading.clone()}
            </h2>
            {words.into_iter().map(|sentence| view! { <p class="report__words">{sentence}</p> }).collect_view()}
            {chart.map(|chart| view! { <ChartPart chart forms /> })}
            {if table.rows.is_empty() {
                view! { <EmptyState words="Nobody, and nothing, was counted." /> }.into_any()
            } else {
                view! { <TableBehind label=heading table /> }.into_any()
            }}
            <Definitions figures />
        </section>
    }
}

#[component]
fn ChartPart(chart: Chart, forms: Option<ChartForms>) -> impl IntoView {
    let decided = match (&chart, forms) {
        (Chart::Xmr(chart), Some(forms)) => Some(view! { <ChartDecisionsFold chart=chart.clone() forms /> }),
        _ => None,
    };
    view! {
        <ChartFigure chart />
        {decided}
    }
}

#[component]
fn TableBehind(label: String, table: Table) -> impl IntoView {
    let kinds: Vec<ColumnKind> = table.columns.iter().map(|column| column.kind).collect();
    view! {
        <div class="table-scroller report__table" tabindex="0" role="region" aria-label=format!("Table: {label}")>
            <table class="plain-table" aria-label=label.clone()>
                <thead>
                    <tr>
                        {table
                            .columns
                            .into_iter()
                            .map(|column| {
                                view! {
                                    <th scope="col" class=class_of(column.kind)>
                                        {column.heading}
                                    </th>
                                }
                            })
                            .collect_view()}
                    </tr>
                </thead>
                <tbody>
                    {table
                        .rows
                        .into_iter()
                        .map(|row| {
                            let cells = row.into_iter().zip(&kinds).map(|(cell, kind)| view! { <CellShown cell kind=*kind /> });
                            view! { <tr>{cells.collect_view()}</tr> }
                        })
                        .collect_view()}
                </tbody>
            </table>
        </div>
    }
}

#[component]
fn CellShown(cell: Cell, kind: ColumnKind) -> impl IntoView {
    let words = cell.shown();
    view! {
        <td class=class_of(kind)>
            {match cell {
                Cell::Link { href, .. } => view! { <a href=href>{words}</a> }.into_any(),
                _ => words.into_any(),
            }}
        </td>
    }
}

/// Numbers stand at the right, so that their digits stand one under the other; a day stays in one line.
fn class_of(kind: ColumnKind) -> Option<&'static str> {
    match kind {
        ColumnKind::Words => None,
        ColumnKind::Day => Some("report__day"),
        ColumnKind::Count | ColumnKind::Number | ColumnKind::Share => Some("report__number"),
    }
}

#[component]
fn Definitions(figures: Vec<Figure>) -> impl IntoView {
    view! {
        <dl class="report__definitions">
            {figures
                .into_iter()
                .map(Figure::definition)
                .map(|definition| {
                    view! {
                        <div>
                            <dt>{definition.name}</dt>
                            <dd>{definition.meaning} " (" {definition.source} ")"</dd>
                        </div>
                    }
                })
                .collect_view()}
        </dl>
    }
}
