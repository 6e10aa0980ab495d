//! How one's own board is arranged: what it is sorted by, which columns it has, and whether empty beds have a row. Chosen with a
//! tap, kept for next time; before the program has arrived, by a plain form.

use domain::{BoardColumn, BoardLayout, EmptyBeds, RowOrder};
use leptos::{prelude::*, task::spawn_local};
use strum::IntoEnumIterator;

use super::fold_out::FoldOut;
use crate::{
    api::arrange_board,
    board::{Board, Notice, NoticeKind},
    outbox::device,
};

#[component]
pub fn ArrangeBar() -> impl IntoView {
    view! {
        <FoldOut icon="arrange" words="Arrange">
            <form class="fold-out__panel arrange" method="post" action="/api/fn/arrange-board">
                <fieldset class="arrange__group">
                    <legend class="filter-bar__name">"Sort by"</legend>
                    {RowOrder::iter().map(|order| view! { <OrderChoice order /> }).collect_view()}
                </fieldset>
                <fieldset class="arrange__group arrange__group--columns">
                    <legend class="filter-bar__name">"Columns"</legend>
                    {BoardColumn::iter().map(|column| view! { <ColumnChoice column /> }).collect_view()}
                </fieldset>
                <fieldset class="arrange__group">
                    <legend class="filter-bar__name">"Beds"</legend>
                    <EmptyBedsChoice />
                </fieldset>
                <button class="nhsuk-button nhsuk-button--secondary arrange__keep" type="submit">
                    "Keep"
                </button>
            </form>
        </FoldOut>
    }
    .into_any()
}

#[component]
fn OrderChoice(order: RowOrder) -> impl IntoView {
    let board = Board::expect();
    let value: &'static str = order.into();
    let is_chosen = untrack(|| board.layout.with(|layout| layout.order == order));
    view! {
        <label class="radios__option">
            <input
                type="radio"
                name="order"
                value=value
                checked=is_chosen
                on:change=move |_| keep(board, |layout| layout.order = order)
            />
            <span>{order.words()}</span>
        </label>
    }
}

#[component]
fn ColumnChoice(column: BoardColumn) -> impl IntoView {
    let board = Board::expect();
    let value: &'static str = column.into();
    let is_shown = untrack(|| board.layout.with(|layout| !layout.hidden.contains(&column)));
    let choose = move |event| {
        let is_shown = event_target_checked(&event);
        keep(board, |layout| {
            if is_shown {
                layout.hidden.remove(&column);
            } else {
                layout.hidden.insert(column);
            }
        });
    };
    view! {
        <label class="radios__option">
            <input type="checkbox" name="shown[]" value=value checked=is_shown on:change=choose />
            <span>{column.words()}</span>
        </label>
    }
}

#[component]
fn EmptyBedsChoice() -> impl IntoView {
    let board = Board::expect();
    let is_shown = untrack(|| board.layout.with(|layout| layout.empty_beds == EmptyBeds::Shown));
    let choose = move |event| {
        let empty_beds = EmptyBeds::shown(event_target_checked(&event));
        keep(board, |layout| layout.empty_beds = empty_beds);
    };
    view! {
        <label class="radios__option">
            <input type="checkbox" name="empty_beds" value="true" checked=is_shown on:change=choose />
            <span>"Show empty beds"</span>
        </label>
    }
}

/// Arranges the board at once, and keeps it for next time.
fn keep(board: Board, change: impl FnOnce(&mut BoardLayout)) {
    board.layout.update(change);
    let BoardLayout { order, hidden, empty_beds } = board.layout.get_untracked();
    let name = |column: BoardColumn| <&'static str>::from(column).to_owned();
    let shown = BoardColumn::iter().filter(|column| !hidden.contains(column)).map(name).collect();
    let order = <&'static str>::from(order).to_owned();
    spawn_local(async move {
        if let Err(failure) = arrange_board(order, shown, empty_beds == EmptyBeds::Shown).await {
            let kind = NoticeKind::NotDone(failure.to_string());
            let about = "keeping how the board is arranged".to_owned();
            board.connection.notify(Notice { id: device::mutation_id(), about, kind });
        }
    });
}
