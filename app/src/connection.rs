//! Whether the screen is live, what has not been sent yet, and what the server had to say about what was.

use chrono::{DateTime, Utc};
use leptos::prelude::*;

use crate::{
    board::{Board, Done, Notice, Renewal},
    outbox::Outbox,
};

/// How the live stream stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Link {
    /// The page as the server rendered it; nothing has been heard yet.
    AsRendered,
    Live,
    NotLive {
        since: DateTime<Utc>,
    },
}

/// Outlives the pages, so that going from one to the next loses no change that waits to be sent.
#[derive(Clone, Copy)]
pub struct Connection {
    pub link: RwSignal<Link>,
    pub notices: RwSignal<Vec<Notice>>,
    /// What one has just done, while it is said.
    pub done: RwSignal<Option<Done>>,
    pub outbox: Outbox,
    /// Whether the page itself should be loaded anew.
    pub renewal: StoredValue<Option<Renewal>>,
    board: StoredValue<Option<Board>>,
}

impl Connection {
    pub fn provide() -> Self {
        let connection = Self {
            link: RwSignal::new(Link::AsRendered),
            notices: RwSignal::new(Vec::new()),
            done: RwSignal::new(None),
            outbox: Outbox::new(),
            renewal: StoredValue::new(None),
            board: StoredValue::new(None),
        };
        provide_context(connection);
        connection
    }

    pub fn expect() -> Self {
        expect_context()
    }

    pub fn set_link(self, link: Link) {
        if self.link.get_untracked() != link {
            self.link.set(link);
        }
    }

    /// Whether a page outside the program would be reached, and nothing lost on the way that waits to be sent.
    pub fn may_leave(self) -> bool {
        !matches!(self.link.get_untracked(), Link::NotLive { .. }) && self.outbox.count() == 0
    }

    /// The board on the screen, where there is one.
    pub fn board(self) -> Option<Board> {
        self.board.get_value()
    }

    pub fn show(self, board: Option<Board>) {
        self.board.set_value(board);
    }

    pub fn notify(self, notice: Notice) {
        self.notices.update(|notices| notices.push(notice));
    }

    pub fn dismiss(self, notice: &Notice) {
        self.notices.update(|notices| notices.retain(|other| other != notice));
    }
}
