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
        Ok((signed_in, page.await?))
    }

    pub async fn alone(self) -> Result<SignedIn, Failure> {
        self.signed_in.await
    }
}
