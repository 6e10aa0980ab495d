//! What only the device knows: its clock, its chance, and the passing of time.

use std::{cell::Cell, time::Duration};

use domain::{MutationId, TaskNumber};
use leptos::prelude::{on_cleanup, set_interval_with_handle};
use uuid::Uuid;
use wasm_bindgen_futures::JsFuture;

/// Milliseconds by the device's clock.
pub fn milliseconds() -> f64 {
    js_sys::Date::now()
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a clock after 1970")]
pub fn whole_milliseconds() -> u64 {
    milliseconds() as u64
}

thread_local! {
    /// The time in the last number of a change.
    static LAST_CHANGE: Cell<u64> = const { Cell::new(0) };
}

/// Greater than the one before: in the order of their numbers, changes are in that of the taps.
pub fn mutation_id() -> MutationId {
    let milliseconds = whole_milliseconds().max(LAST_CHANGE.get() + 1);
    LAST_CHANGE.set(milliseconds);
    let mut chance = [0; 10];
    chance.copy_from_slice(&random()[..10]);
    MutationId(uuid::Builder::from_unix_timestamp_millis(milliseconds, &chance).into_uuid())
}

/// A number for a task or a note that the server can't hand out as well.
pub fn drawn_number() -> u32 {
    let bytes = random();
    let drawn = u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]);
    (drawn >> 1).max(TaskNumber::DRAWN_FROM.0 + 1)
}

#[expect(clippy::disallowed_methods, reason = "a browser's own chance: there is no `service::clock` here")]
fn random() -> [u8; 16] {
    let mut bytes = *Uuid::new_v4().as_bytes();
    // Bytes 6 and 8 carry a version and a variant: the last two make up for them.
    (bytes[6], bytes[8]) = (bytes[14], bytes[15]);
    bytes
}

/// Does something again and again, for as long as what is around it stands. In the browser alone.
pub fn every(period: Duration, what: impl Fn() + 'static) {
    let running = set_interval_with_handle(what, period);
    on_cleanup(move || {
        if let Ok(running) = running {
            running.clear();
        }
    });
}

/// Waits. Never on the server, where nothing is sent.
pub async fn pause(milliseconds: i32) {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        if let Some(window) = web_sys::window() {
            // Without a timer the promise never resolves, and what waits is sent when the page is opened again.
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds);
        }
    });
    drop(JsFuture::from(promise).await);
}
