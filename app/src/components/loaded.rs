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
    once_ready(move || session.with(page), shown)
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
    let ready = move || {
        let given = given.clone();
        async move { Ok((session.alone().await?, given?)) }
    };
    once_ready(ready, shown)
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
    let ready = move || {
        let given = given.clone();
        async move {
            let signed_in = session.alone().await?;
            if may(&signed_in.actor) { Ok((signed_in, given)) } else { Err(Problem::NotAllowed.into()) }
        }
    };
    once_ready(ready, shown)
}

fn once_ready<T, V, Ready>(ready: impl Fn() -> Ready + Send + Sync + 'static, shown: fn(SignedIn, T) -> V) -> impl IntoView
where
    T: Send + 'static,
    V: IntoView + 'static,
    Ready: Future<Output = Result<(SignedIn, T), Failure>> + Send + 'static,
{
    view! {
        <Transition fallback=Waiting>
            {move || {
                let ready = ready();
                Suspend::new(async move {
                    match ready.await {
                        Ok((signed_in, page)) => shown(signed_in, page).into_any(),
                        Err(failure) => view! { <ProblemScreen failure /> }.into_any(),
                    }
                })
            }}
        </Transition>
    }
}
