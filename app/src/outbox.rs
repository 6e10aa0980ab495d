//! What people asked for and the server has not answered yet, sent one after another in the order of the taps.
//!
//! A change that can't be sent stays here, under the same number, until it can: sending it twice does it once. The device keeps
//! it too, for the next page of the same person: this one may be gone before the network is back, or be locked meanwhile.

pub mod device;
mod kept;
mod late;
pub mod leaving;
mod post;

use domain::{AccountId, Envelope, MutationId, Problem, Receipt, StayId, envelope::ReceiptResult};
use leptos::{prelude::*, task::spawn_local};

use crate::{components::leave_if_signed_out, connection::Connection};
use late::Late;
use post::Answer;

/// How long to wait before trying again, in milliseconds.
const RETRY_AFTER: i32 = 3_000;

#[derive(Clone, Copy)]
pub struct Outbox {
    /// Whose changes these are.
    account: StoredValue<AccountId>,
    queue: StoredValue<Vec<Envelope>>,
    is_sending: StoredValue<bool>,
    /// Whether the last try came to nothing.
    is_stuck: StoredValue<bool>,
    late: StoredValue<Late>,
}

impl Outbox {
    pub fn new() -> Self {
        Self {
            account: StoredValue::new(AccountId::default()),
            queue: StoredValue::new(Vec::new()),
            is_sending: StoredValue::new(false),
            is_stuck: StoredValue::new(false),
            late: StoredValue::new(Late::default()),
        }
    }

    pub fn belongs_to(self, account: AccountId) {
        self.account.set_value(account);
    }

    pub fn put(self, envelope: Envelope, connection: Connection) {
        kept::keep(self.account.get_value(), &envelope);
        if self.is_stuck.get_value() {
            crate::board::mark_unsent(&[envelope.stay], true, connection);
        }
        self.queue.update_value(|queue| queue.push(envelope));
        self.send(connection);
    }

    /// Takes up what an earlier page of the same person left behind, and answers with it.
    pub fn take_up(self, connection: Connection) -> Vec<Envelope> {
        let mut left_behind = kept::all_of(self.account.get_value());
        self.queue.update_value(|queue| {
            left_behind.retain(|envelope| queue.iter().all(|waiting| waiting.mutation_id != envelope.mutation_id));
            queue.extend(left_behind.iter().cloned());
            queue.sort_by_key(|envelope| envelope.mutation_id);
        });
        self.late.update_value(|late| late.wait_for(left_behind.iter().map(|envelope| envelope.mutation_id)));
        self.send(connection);
        left_behind
    }

    /// What still waits for one stay: a page that is opened meanwhile shows it too.
    pub fn waiting_for(self, stay: StayId) -> Vec<Envelope> {
        self.queue.with_value(|queue| queue.iter().filter(|envelope| envelope.stay == stay).cloned().collect())
    }

    /// How many changes wait.
    pub fn count(self) -> usize {
        self.queue.with_value(Vec::len)
    }

    pub fn is_stuck(self) -> bool {
        self.is_stuck.get_value()
    }

    fn send(self, connection: Connection) {
        if self.count() == 0 {
            return;
        }
        leaving::is_asked_about();
        if !self.is_sending.get_value() {
            self.is_sending.set_value(true);
            spawn_local(self.send_all(connection));
        }
    }

    async fn send_all(self, connection: Connection) {
        while let Some(envelope) = self.queue.with_value(|queue| queue.first().cloned()) {
            let answer = post::post(self.account.get_value(), &envelope).await;
            self.set_stuck(answer.is_to_be_waited_for(), connection);
            match answer {
                Answer::Receipt(receipt) => self.settle(&envelope, &receipt, connection),
                Answer::None => device::pause(RETRY_AFTER).await,
                Answer::Problem(problem @ (Problem::SignInNeeded | Problem::Locked)) => {
                    self.is_sending.set_value(false);
                    return leave_if_signed_out(&problem.into());
                }
                Answer::Problem(problem) => {
                    self.take_out(envelope.mutation_id, false, connection);
                    crate::board::turned_away(&envelope, &problem, connection);
                }
            }
        }
        self.is_sending.set_value(false);
        leaving::is_free();
    }

    /// What waits is marked all at once: of none of it is it known when it will be sent.
    fn set_stuck(self, is_stuck: bool, connection: Connection) {
        if self.is_stuck.get_value() != is_stuck {
            self.is_stuck.set_value(is_stuck);
            let stays: Vec<StayId> = self.queue.with_value(|queue| queue.iter().map(|envelope| envelope.stay).collect());
            crate::board::mark_unsent(&stays, is_stuck, connection);
        }
    }

    fn settle(self, envelope: &Envelope, receipt: &Receipt, connection: Connection) {
        if let ReceiptResult::Accepted { position, .. } = receipt.result {
            self.have_seen(envelope, position);
        }
        let is_done = matches!(receipt.result, ReceiptResult::Accepted { .. } | ReceiptResult::Unchanged);
        self.take_out(envelope.mutation_id, is_done, connection);
        crate::board::settle(envelope, receipt, connection);
    }

    /// Later changes to a field that one has just changed oneself were made in the light of that change.
    fn have_seen(self, earlier: &Envelope, position: u32) {
        self.queue.update_value(|queue| {
            for later in queue.iter_mut().filter(|later| later.mutation_id > earlier.mutation_id) {
                let before = later.seen.clone();
                earlier.is_seen_in(later.stay, &mut later.seen, position);
                if later.seen != before {
                    kept::keep(self.account.get_value(), later);
                }
            }
        });
    }

    fn take_out(self, answered: MutationId, is_done: bool, connection: Connection) {
        self.queue.update_value(|queue| queue.retain(|envelope| envelope.mutation_id != answered));
        kept::let_go(self.account.get_value(), answered);
        if let Some(sent) = self.late.try_update_value(|late| late.answer(answered, is_done)).flatten() {
            crate::board::tell_sent(answered, sent, connection);
        }
    }
}
