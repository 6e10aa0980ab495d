//! The live stream: opened when the page is alive, noticed when it falls silent, opened again until it speaks.

use std::time::Duration;

use domain::Frame;
use leptos::{prelude::*, task::spawn_local_scoped_with_cancellation, web_sys};
use wasm_bindgen::{JsCast, closure::Closure};
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use web_sys::{EventSource, MessageEvent};

use crate::{
    board::{Board, Shows},
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
    Effect::new(move || {
        connection.show(Some(board));
        on_cleanup(move || {
            connection.show(None);
            connection.set_link(Link::AsRendered);
        });
        spawn_local_scoped_with_cancellation(until_fetched(async move || {
            go_live(board, after).await.inspect_err(|_| lost(board))
        }));
    });
}

/// What is heard comes after the first look at a board, and so does the part of the program that hears it.
#[wasm_split(work, fallible)]
fn go_live(board: Board, after: i64) -> Result<(), SplitLoaderError> {
    // Made here, where only a browser comes: what belongs to one thread must not be left to a server's others.
    let stream = StoredValue::new_local(Stream::open(board, after.to_string()));
    let seconds = StoredValue::new(0_u32);
    let watch = set_interval_with_handle(
        move || {
            seconds.update_value(|seconds| *seconds += 1);
            stream.try_update_value(|stream| watch_over(stream, board));
            board.tick(seconds.get_value());
        },
        Duration::from_secs(1),
    );
    on_cleanup(move || {
        if let Ok(watch) = watch {
            watch.clear();
        }
        stream.try_update_value(|stream| *stream = None);
    });
    Ok(())
}

/// An open event source with what it has heard so far. Closed when dropped.
struct Stream {
    source: EventSource,
    heard: StoredValue<Heard>,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut()>,
}

#[derive(Debug, Clone)]
struct Heard {
    /// The device's milliseconds at the last frame, or at the opening.
    at: f64,
    opened_at: f64,
    /// The number of the last entry, to go on from.
    after: String,
}

impl Stream {
    fn open(board: Board, after: String) -> Option<Self> {
        let source = EventSource::new(&address(board, &after)).ok()?;
        let now = device::milliseconds();
        let heard = StoredValue::new(Heard { at: now, opened_at: now, after });
        let on_message = Closure::new(move |message: MessageEvent| take_in(&message, heard, board));
        let on_error = Closure::new(move || lost(board));
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

fn address(board: Board, after: &str) -> String {
    let wall = if board.is_on_wall() { "&on_wall=true" } else { "" };
    board.with_shows(|shows| match shows {
        Shows::Ward(ward) | Shows::Round(ward) => format!("/live?wards={}&after={after}{wall}", ward.code),
        Shows::Hospital | Shows::Figures => format!("/live?after={after}{wall}"),
        Shows::Patient(stay) => format!("/live?stay={stay}&after={after}"),
    })
}

fn take_in(message: &MessageEvent, heard: StoredValue<Heard>, board: Board) {
    let frame = message.data().as_string().and_then(|data| wire::read::<Frame>(&data).ok());
    let number = message.last_event_id();
    heard.try_update_value(|heard| {
        heard.at = device::milliseconds();
        if !number.is_empty() {
            heard.after = number;
        }
    });
    if let Some(frame) = frame {
        board.hear(frame);
        board.connection.set_link(Link::Live);
    }
}

fn lost(board: Board) {
    if !matches!(board.connection.link.get_untracked(), Link::NotLive { .. }) {
        board.connection.set_link(Link::NotLive { since: board.clock() });
    }
}

/// Once a second. The browser gives up for good where the server answers with an error, and waits for ever on a connection
/// that has died silently: both are opened again from the last number.
fn watch_over(stream: &mut Option<Stream>, board: Board) {
    let now = device::milliseconds();
    let heard = stream.as_ref().and_then(|stream| stream.heard.try_get_value());
    let silent_for = heard.as_ref().map_or(f64::INFINITY, |heard| now - heard.at);
    if silent_for <= SILENCE && heard.is_some() && !is_closed(stream.as_ref()) {
        return;
    }
    lost(board);
    let tried_for = heard.as_ref().map_or(f64::INFINITY, |heard| now - heard.opened_at);
    if tried_for > ATTEMPT {
        let after = heard.map_or_else(String::new, |heard| heard.after);
        if is_closed(stream.as_ref()) {
            // Perhaps one has been signed out: asking for the board says so.
            board.reload();
        }
        *stream = Stream::open(board, after);
    }
}

fn is_closed(stream: Option<&Stream>) -> bool {
    stream.is_none_or(|stream| stream.source.ready_state() == EventSource::CLOSED)
}
