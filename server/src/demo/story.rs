//! Telling what happened to a patient, in order of time and never ahead of now.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use domain::{Actor, Command, StayId};
use service::bulk::{Step, Story};

pub(super) struct Telling {
    story: Story,
    now: DateTime<Utc>,
}

impl Telling {
    pub(super) fn of(stay: StayId, now: DateTime<Utc>) -> Self {
        Self { story: Story { stay, steps: Vec::new() }, now }
    }

    /// Whoever tells a story says everything that is planned; what would happen after now has not happened.
    pub(super) fn say(&mut self, at: DateTime<Utc>, by: &Arc<Actor>, command: Command) {
        if at <= self.now {
            self.story.steps.push(Step { at, by: Arc::clone(by), command });
        }
    }

    /// Steps of the same minute stay in the order in which they were told.
    pub(super) fn end(mut self) -> Story {
        self.story.steps.sort_by_key(|step| step.at);
        self.story
    }
}
