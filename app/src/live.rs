//! The live stream: opened when the page is alive, noticed when it falls silent, opened again until it speaks.

use std::time::Duration;

use leptos::{prelude::*, task::spawn_local_scoped_with_cancellation, web_sys};
use wasm_bindgen::{JsCast, closure::Closure};
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use web_sys::{EventSource, MessageEvent};

use crate::{
    api::write_grants,
    board::{Board, Renewal, Shows},
    components::listen_for_touch,
    connection::Link,
    outbox::device,
    parts::until_fetched,
    wire,
};

/// Silence for this long, in milliseconds, means that the screen is not live: two beats have not come. It is looked for once
/// a second, and has to show within five.
const SILENCE: f64 = 4_000.0;
/// How long an attempt to connect may take before the next, in milliseconds.
const ATTEMPT: f64 = 4_000.0;

/// Keeps `board` live for as long as its page is shown; `after` is the last entry of the log that it contains.
pub fn keep_live(board: Board, after: i64) {
    let connection = board.connection;
    board.begin_after(after);
    listen_for_touch(board);
    Effect::new(move || {
        connection.show(Some(board));
        on_cleanup(move || {
            connection.show(None);
            connection.set_link(Link::AsRendered);
        });
        spawn_local_scoped_with_cancellation(until_fetched(async move || {
            go_live(board).await.inspect_err(|_| lost(board, device::milliseconds()))
        }));
    });
}

/// What is heard comes after the first look at a board, and so does the part of the program that hears it.
#[wasm_split(work, fallible)]
fn go_live(board: Board) -> Result<(), SplitLoaderError> {
    board.take_up_unsent();
    // Made here, where only a browser comes: what belongs to one thread must not be left to a server's others.
    let stream = StoredValue::new_local(Stream::open(board));
    let seconds = StoredValue::new(0_u32);
    device::every(Duration::from_secs(1), move || {
        seconds.update_value(|seconds| *seconds += 1);
        stream.try_update_value(|stream| watch_over(stream, board));
        board.tick(seconds.get_value());
    });
    on_cleanup(move || {
        stream.try_update_value(|stream| *stream = None);
    });
    Ok(())
}

/// An open event source. Closed when dropped.
struct Stream {
    source: EventSource,
    heard: StoredValue<Heard>,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut()>,
}

#[derive(Debug, Clone, Copy)]
struct Heard {
    /// The device's milliseconds at the last frame, or at the opening.
    at: f64,
    opened_at: f64,
}

impl Stream {
    fn open(board: Board) -> Option<Self> {
        let source = EventSource::new(&address(board)).ok()?;
        let now = device::milliseconds();
        let heard = StoredValue::new(Heard { at: now, opened_at: now });
        let on_message = Closure::new(move |message: MessageEvent| take_in(&message, heard, board));
        let on_error = Closure::new(move || lost(board, heard.try_get_value().map_or(now, |heard| heard.at)));
        source.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        source.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        Some(Self { source, heard, _on_message: on_message, _on_error: on_error })
    }
}

impl Drop for Stream {
    fn drop(&mut self) {
        self.source.set_onmessage(None);
        self.source.set_onerror(None);
        self.source.close();
        self.heard.dispose();
    }
}

/// What is watched, from where on, and what the page was made with: its build and the person's role.
fn address(board: Board) -> String {
    let wall = if board.is_on_wall() { "on_wall=true&" } else { "" };
    let watched = board.with_shows(|shows| match shows {
        Shows::Ward(ward) | Shows::Round(ward) => format!("wards={}&{wall}", ward.code),
        Shows::Hospital | Shows::Figures => wall.to_owned(),
        Shows::Patient(stay) => format!("stay={stay}&"),
    });
    let grants = board.with_actor(|actor| write_grants(&actor.grants));
    format!("/live?{watched}after={}&grants={grants}&build={}", board.last_heard(), build())
}

/// The build's id, as the document has it.
fn build() -> String {
    let named = document().query_selector("meta[name=build]").ok().flatten();
    named.and_then(|meta| meta.get_attribute("content")).unwrap_or_default()
}

fn take_in(message: &MessageEvent, heard: StoredValue<Heard>, board: Board) {
    heard.try_update_value(|heard| heard.at = device::milliseconds());
    let number = message.last_event_id().parse().unwrap_or_else(|_| board.last_heard());
    match message.data().as_string().and_then(|data| wire::read(&data).ok()) {
        Some(frame) => board.hear(number, frame),
        None => board.needs_renewal(Renewal::Overdue),
    }
    if board.is_current() {
        board.connection.set_link(Link::Live);
    }
    board.renew_at_rest();
}

/// `at` is when the screen was current for the last time, in the device's milliseconds.
fn lost(board: Board, at: f64) {
    if !matches!(board.connection.link.get_untracked(), Link::NotLive { .. }) {
        board.connection.set_link(Link::NotLive { since: board.clock_at(at) });
    }
}

/// Once a second. The browser gives up for good where the server answers with an error, and waits for ever on a connection
/// that has died silently: both are opened again from the last number.
fn watch_over(stream: &mut Option<Stream>, board: Board) {
    let now = device::milliseconds();
    if board.lacks_for(now) > SILENCE {
        lost(board, now);
    }
    let heard = stream.as_ref().and_then(|stream| stream.heard.try_get_value());
    let silent_for = heard.map_or(f64::INFINITY, |heard| now - heard.at);
    if silent_for <= SILENCE && !is_closed(stream.as_ref()) {
        return;
    }
    lost(board, heard.map_or(now, |heard| heard.at));
    let tried_for = heard.map_or(f64::INFINITY, |heard| now - heard.opened_at);
    if tried_for > ATTEMPT {
        if is_closed(stream.as_ref()) {
            // Perhaps one has been signed out: asking for the board says so.
            board.reload();
        }
        *stream = Stream::open(board);
    }
}

fn is_closed(stream: Option<&Stream>) -> bool {
    stream.is_none_or(|stream| stream.source.ready_state() == EventSource::CLOSED)
}
