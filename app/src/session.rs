//! Who has signed in, loaded once for all the pages that need it.

use leptos::prelude::*;

use crate::api::{self, Failure, SignedIn};

#[derive(Clone, Copy)]
pub struct Session {
    signed_in: Resource<Result<SignedIn, Failure>>,
}

impl Session {
    pub fn provide() -> Self {
        let session = Self { signed_in: Resource::new(|| (), |()| api::signed_in()) };
        provide_context(session);
        session
    }

    pub fn expect() -> Self {
        expect_context()
    }

    /// What a page starts from, together with who is looking at it.
    pub async fn with<T>(self, page: Resource<Result<T, Failure>>) -> Result<(SignedIn, T), Failure>
    where
        T: Clone + Send + Sync + 'static,
    {
        let signed_in = self.signed_in.await?;
        let page = page.await?;
        build_once().await;
        Ok((signed_in, page))
    }

    pub async fn alone(self) -> Result<SignedIn, Failure> {
        let signed_in = self.signed_in.await?;
        build_once().await;
        Ok(signed_in)
    }
}

/// The server looks through a page for what has to be loaded before it renders it. Where everything is there already, that
/// look would build the whole page, to throw it away: so on the server a page is not ready at the first look.
#[cfg(feature = "ssr")]
async fn build_once() {
    use std::task::Poll;
    let mut looked = false;
    std::future::poll_fn(|context| {
        if std::mem::replace(&mut looked, true) {
            return Poll::Ready(());
        }
        context.waker().wake_by_ref();
        Poll::Pending
    })
    .await;
}

/// The browser takes a page over at the first look, with what the server sent along.
#[cfg(not(feature = "ssr"))]
#[expect(clippy::unused_async, reason = "the server's waits")]
async fn build_once() {}
