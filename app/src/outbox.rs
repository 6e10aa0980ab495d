//! What people asked for and the server has not answered yet, sent one after another in the order of the taps.
//!
//! A change that can't be sent stays here, under the same number, until it can: sending it twice does it once.

pub mod device;
mod post;

use std::collections::VecDeque;

use domain::{Envelope, Receipt, StayId, envelope::ReceiptResult};
use leptos::{prelude::*, task::spawn_local};

use crate::connection::Connection;
use post::Answer;

/// How long to wait before trying again, in milliseconds.
const RETRY_AFTER: i32 = 3_000;

#[derive(Clone, Copy)]
pub struct Outbox {
    queue: StoredValue<VecDeque<Envelope>>,
    is_sending: StoredValue<bool>,
}

impl Outbox {
    pub fn new() -> Self {
        Self { queue: StoredValue::new(VecDeque::new()), is_sending: StoredValue::new(false) }
    }

    pub fn put(self, envelope: Envelope, connection: Connection) {
        self.queue.update_value(|queue| queue.push_back(envelope));
        if !self.is_sending.get_value() {
            self.is_sending.set_value(true);
            spawn_local(self.send_all(connection));
        }
    }

    /// What still waits for one stay: a page that is opened meanwhile shows it too.
    pub fn waiting_for(self, stay: StayId) -> Vec<Envelope> {
        self.queue.with_value(|queue| queue.iter().filter(|envelope| envelope.stay == stay).cloned().collect())
    }

    pub fn is_empty(self) -> bool {
        self.queue.with_value(VecDeque::is_empty)
    }

    async fn send_all(self, connection: Connection) {
        while let Some(envelope) = self.queue.with_value(|queue| queue.front().cloned()) {
            let answer = post::post(&envelope).await;
            if let Answer::None = answer {
                mark(connection, envelope.stay, true);
                device::pause(RETRY_AFTER).await;
                continue;
            }
            self.queue.update_value(|queue| drop(queue.pop_front()));
            mark(connection, envelope.stay, false);
            match answer {
                Answer::Receipt(receipt) => self.settle(&envelope, &receipt, connection),
                Answer::Problem(problem) => crate::board::turned_away(&envelope, &problem, connection),
                Answer::None => {}
            }
        }
        self.is_sending.set_value(false);
    }

    fn settle(self, envelope: &Envelope, receipt: &Receipt, connection: Connection) {
        if let ReceiptResult::Accepted { position, .. } = receipt.result {
            let see = |later: &mut Envelope| envelope.is_seen_in(later.stay, &mut later.seen, position);
            self.queue.update_value(|queue| queue.iter_mut().for_each(see));
        }
        crate::board::settle(envelope, receipt, connection);
    }
}

fn mark(connection: Connection, stay: StayId, is_unsent: bool) {
    if let Some(row) = connection.board().and_then(|board| board.row(stay)) {
        row.state.update(|state| state.set_unsent(is_unsent));
    }
}
