//! The doors to the server: each is context, one call to `service`, and the error as the person meets it.

mod accounts;
mod beds;
mod board;
mod due_rule;
mod failure;
mod grants;
mod hospital;
mod list;
mod overview;
mod patient;
mod signed_in;
mod task;

pub use accounts::*;
pub use beds::{read_beds, ward_beds, write_beds};
pub use board::*;
pub use due_rule::{DueRuleForm, read_due_rule, write_due_rule};
pub use failure::Failure;
pub use grants::{write_grant, write_grants};
pub use hospital::*;
pub use list::*;
pub use overview::*;
pub use patient::*;
pub use signed_in::*;
pub use task::{ActOnTask, TaskStep, act_on_task, new_mutation};

/// Who asks, and the house they ask.
#[cfg(feature = "ssr")]
mod door {
    use domain::{Actor, Problem};
    use leptos::prelude::{expect_context, use_context};
    use service::{Hospital, Visitor};

    use super::Failure;

    pub fn open() -> Result<(Hospital, Actor), Failure> {
        let visitor = expect_context::<Visitor>();
        let actor = answer(visitor.actor())?;
        Ok((expect_context::<Hospital>(), actor.clone()))
    }

    /// The service's answer, with a problem's status on the HTTP response.
    pub fn answer<T>(result: Result<T, Problem>) -> Result<T, Failure> {
        result.map_err(|problem| {
            set_status(&problem);
            Failure::Problem(problem)
        })
    }

    /// A plain form is answered with a redirect to the page it came from: that status must stand.
    fn set_status(problem: &Problem) {
        let is_form = use_context::<http::request::Parts>().is_some_and(|request| {
            let accept = request.headers.get(http::header::ACCEPT).and_then(|value| value.to_str().ok());
            request.method == http::Method::POST && accept.is_some_and(|accept| accept.contains("text/html"))
        });
        let status = http::StatusCode::from_u16(problem.status());
        if let (false, Some(response), Ok(status)) = (is_form, use_context::<leptos_axum::ResponseOptions>(), status) {
            response.set_status(status);
        }
    }
}

/// The page that is being rendered says no more than this problem: its status says the same.
#[cfg(feature = "ssr")]
pub fn say(problem: domain::Problem) {
    drop(door::answer::<()>(Err(problem)));
}

/// A typed text as the value it names, or what was expected instead.
fn given<T>(text: &str) -> Result<T, Failure>
where
    T: std::str::FromStr,
    T::Err: std::fmt::Display,
{
    let text = text.trim();
    text.parse().map_err(|wrong| domain::Problem::invalid(format!("\u{201c}{text}\u{201d}: {wrong}.")).into())
}
