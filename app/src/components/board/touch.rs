//! Tells the board when somebody touches the screen, so that no row moves under a finger.

use leptos::{ev, prelude::*};

use crate::{
    board::{Board, Rest},
    outbox::device,
};

/// Listens for as long as the board is shown. Opening it counts as a touch: somebody is there.
pub fn listen_for_touch(board: Board) {
    Effect::new(move || {
        let tell = move |what: fn(&mut Rest, f64)| {
            move || {
                board.rest.try_update_value(|rest| what(rest, device::milliseconds()));
            }
        };
        let (press, lift, stir, scroll) = (tell(Rest::press), tell(Rest::lift), tell(Rest::stir), tell(Rest::scroll));
        stir();
        // A finger that scrolls is taken from the pointer, and goes on as touch.
        let listeners = [
            window_event_listener(ev::pointerdown, move |_| press()),
            window_event_listener(ev::pointerup, move |_| lift()),
            window_event_listener(ev::pointercancel, move |_| lift()),
            window_event_listener(ev::touchstart, move |_| press()),
            window_event_listener(ev::touchmove, move |_| press()),
            window_event_listener(ev::touchend, move |_| lift()),
            window_event_listener(ev::touchcancel, move |_| lift()),
            window_event_listener(ev::wheel, move |_| stir()),
            window_event_listener(ev::scroll, move |_| scroll()),
            window_event_listener(ev::keydown, move |_| stir()),
        ];
        on_cleanup(move || listeners.into_iter().for_each(WindowListenerHandle::remove));
    });
}
