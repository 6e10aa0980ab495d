//! The part of the program with the questions: whether it is here, and what stands in a question's place until it is.

use futures::FutureExt;
use leptos::{prelude::*, task::spawn_local};

use super::{Asking, fetch_questions, question};
use crate::{
    api::Failure,
    board::{Panel, Row},
};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    OnItsWay,
    Here,
    /// The network failed it.
    Missing,
}

#[derive(Clone, Copy)]
pub struct Part(RwSignal<Standing>);

impl Part {
    /// Fetched as soon as the page is alive, so that it is here when somebody taps.
    pub fn fetched() -> Self {
        let part = Self(RwSignal::new(Standing::OnItsWay));
        Effect::new(move || part.fetch());
        part
    }

    fn fetch(self) {
        self.0.set(Standing::OnItsWay);
        spawn_local(async move {
            let standing = if fetch_questions().await.is_ok() { Standing::Here } else { Standing::Missing };
            // The page may have been left meanwhile.
            self.0.try_set(standing);
        });
    }

    /// The question, at once; `None` while its part is not here.
    pub fn question(self, panel: Panel, row: Row, asking: Asking) -> Option<AnyView> {
        (self.0.get() == Standing::Here).then(|| question(panel, row, asking).now_or_never()?.ok()).flatten()
    }
}

/// In the place of a question that is not here yet.
#[component]
pub fn QuestionOnItsWay(part: Part) -> impl IntoView {
    if part.0.get() == Standing::OnItsWay {
        return view! { <p role="status">"One moment, this is still being fetched."</p> }.into_any();
    }
    view! {
        <div class="sheet__missing" role="alert">
            <p>{Failure::NoAnswer.to_string()}</p>
            <button class="nhsuk-button sheet__save" type="button" on:click=move |_| part.fetch()>
                "Try again"
            </button>
        </div>
    }
    .into_any()
}
