//! The pages of figures, from one to the other.

use domain::report::ReportName;
use leptos::prelude::*;
use strum::IntoEnumIterator;

use crate::pages::report_address;

/// A page of figures: where it is, and what it answers.
pub struct ReportCard {
    pub href: String,
    pub title: &'static str,
    /// In one sentence.
    pub question: &'static str,
}

pub const SITREP: &str = "/reports/sitrep";
pub const REVIEW: &str = "/reports/review";

/// All of them: what is worked with in a meeting or signed comes after what is read.
pub fn report_cards() -> Vec<ReportCard> {
    let read =
        ReportName::iter().map(|name| ReportCard { href: report_address(name), title: name.title(), question: name.question() });
    let review = ReportCard {
        href: REVIEW.to_owned(),
        title: "Long-stay review",
        question: "What has to happen next for each patient of 21 nights and more, who does it, and by when?",
    };
    let sitrep = ReportCard {
        href: SITREP.to_owned(),
        title: "Situation report",
        question: "What are the figures of a day, are they right, and who signed them?",
    };
    read.chain([review, sitrep]).collect()
}

#[component]
pub fn ReportLinks(
    /// The address of the page that one is on.
    #[prop(into)]
    current: String,
) -> impl IntoView {
    view! {
        <nav class="report-links" aria-label="Reports">
            {report_cards()
                .into_iter()
                .map(|ReportCard { href, title, .. }| {
                    let is_current = (href == current).then_some("page");
                    view! {
                        <a href=href aria-current=is_current>
                            {title}
                        </a>
                    }
                })
                .collect_view()}
        </nav>
    }
}
