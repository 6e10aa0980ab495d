//! What every page does first: waits for who is there and for what it shows, or says why it can't.

use domain::{Actor, Problem};
use leptos::prelude::*;

use super::{ProblemScreen, Waiting};
use crate::{
    api::{Failure, SignedIn},
    session::Session,
};

#[component]
pub fn Loaded<T, V>(
    page: Resource<Result<T, Failure>>,
    /// The page, once everything is there.
    shown: fn(SignedIn, T) -> V,
) -> impl IntoView
where
    T: Clone + Send + Sync + 'static,
    V: IntoView + 'static,
{
    let session = Session::expect();
    view! {
        <Transition fallback=Waiting>
            {move || Suspend::new(async move {
                match session.with(page).await {
                    Ok((signed_in, page)) => shown(signed_in, page).into_any(),
                    Err(failure) => view! { <ProblemScreen failure /> }.into_any(),
                }
            })}
        </Transition>
    }
}

/// The same for a plain page, whose content the server's door gives.
#[component]
pub fn Given<T, V>(
    /// The page, once it is known who is there.
    shown: fn(SignedIn, T) -> V,
) -> impl IntoView
where
    T: Clone + Send + Sync + 'static,
    V: IntoView + 'static,
{
    let session = Session::expect();
    let given = use_context::<Result<T, Problem>>().unwrap_or(Err(Problem::NotFound));
    view! {
        <Transition fallback=Waiting>
            {move || {
                let given = given.clone();
                Suspend::new(async move {
                    match session.alone().await.and_then(|signed_in| Ok((signed_in, given?))) {
                        Ok((signed_in, page)) => shown(signed_in, page).into_any(),
                        Err(failure) => view! { <ProblemScreen failure /> }.into_any(),
                    }
                })
            }}
        </Transition>
    }
}

/// The same for a plain page with nothing to load, where it is not for everybody.
#[component]
pub fn Allowed<T, V>(
    may: fn(&Actor) -> bool,
    /// What the server's door gives besides, in answer to a form.
    given: T,
    /// The page, once it is known who is there.
    shown: fn(SignedIn, T) -> V,
) -> impl IntoView
where
    T: Clone + Send + Sync + 'static,
    V: IntoView + 'static,
{
    let session = Session::expect();
    view! {
        <Transition fallback=Waiting>
            {move || {
                let given = given.clone();
                Suspend::new(async move {
                    let signed_in = session.alone().await;
                    match signed_in.and_then(|it| if may(&it.actor) { Ok(it) } else { Err(Problem::NotAllowed.into()) }) {
                        Ok(signed_in) => shown(signed_in, given).into_any(),
                        Err(failure) => view! { <ProblemScreen failure /> }.into_any(),
                    }
                })
            }}
        </Transition>
    }
}
