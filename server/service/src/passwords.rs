//! Passwords: Argon2id, away from the threads that answer requests, a few at a time.

use std::sync::{Arc, OnceLock};

use argon2::{
    Argon2,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use domain::Problem;
use tokio::sync::Semaphore;

use crate::error::Fault;

/// Each hash takes 19 MiB and a core for a while: more at once than cores would only queue.
const AT_ONCE: usize = 2;
/// Shortest password, in characters, as the National Cyber Security Centre's three random words come out.
pub(crate) const SHORTEST: usize = 12;
const LONGEST: usize = 256;

#[derive(Clone)]
pub(crate) struct Passwords(Arc<Semaphore>);

impl Passwords {
    pub(crate) fn new() -> Self {
        Self(Arc::new(Semaphore::new(AT_ONCE)))
    }

    /// The hash to store. A password that is too short or too long is told so.
    pub(crate) async fn hash(&self, password: &str) -> Result<String, Problem> {
        let length = password.chars().count();
        if !(SHORTEST..=LONGEST).contains(&length) {
            return Err(Problem::invalid(format!("A password has {SHORTEST} to {LONGEST} characters; this one has {length}.")));
        }
        let password = password.to_owned();
        Ok(self.run(move || hash(&password)).await??)
    }

    /// Whether the password is right. Without a stored hash the same work is done, so that nobody can tell an unknown name
    /// from a wrong password by the time it takes.
    pub(crate) async fn verify(&self, password: &str, stored: Option<String>) -> Result<bool, Problem> {
        let password = password.to_owned();
        Ok(self.run(move || verify(&password, stored)).await?)
    }

    async fn run<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, Fault> {
        let _permit = self.0.acquire().await.map_err(|_| Fault::Broken("the password queue is closed"))?;
        tokio::task::spawn_blocking(work).await.map_err(|_| Fault::Broken("a password could not be hashed"))
    }
}

fn hash(password: &str) -> Result<String, Fault> {
    let hash = Argon2::default().hash_password(password.as_bytes());
    hash.map(|hash| hash.to_string()).map_err(|_| Fault::Broken("a password could not be hashed"))
}

fn verify(password: &str, stored: Option<String>) -> bool {
    static NOBODY: OnceLock<String> = OnceLock::new();
    let nobody = || NOBODY.get_or_init(|| hash("nobody has this password").unwrap_or_default()).clone();
    let known = stored.is_some();
    let stored = stored.unwrap_or_else(nobody);
    let right =
        PasswordHash::new(&stored).is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok());
    right && known
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_fits_its_own_hash_alone() {
        let passwords = Passwords::new();
        let stored = passwords.hash("three random words").await.expect("a hash");
        assert!(stored.starts_with("$argon2id$"));
        assert!(passwords.verify("three random words", Some(stored.clone())).await.expect("an answer"));
        assert!(!passwords.verify("three random wards", Some(stored)).await.expect("an answer"));
        assert!(!passwords.verify("nobody has this password", None).await.expect("an answer"));
    }

    #[tokio::test]
    async fn a_short_password_is_told_so() {
        let problem = Passwords::new().hash("short").await.expect_err("a problem");
        assert_eq!(problem.to_string(), "A password has 12 to 256 characters; this one has 5.");
    }
}
