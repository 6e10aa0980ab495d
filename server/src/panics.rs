//! A panic as a line in the log: where it was, never what it says, which may hold a patient's name.

use std::{panic, thread};

/// From now on, in the place of the standard library's own hook, which prints the whole text to standard error.
pub fn log_the_place_alone() {
    panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string);
        let thread = thread::current();
        tracing::error!(place, thread = thread.name(), "a panic");
    }));
}
