//! Accounts and their roles, for administrators. Plain forms post here and come back to their page.

use domain::{AccountId, hospital::Account};
use leptos::prelude::*;

use super::Failure;
use crate::wire::Posted;

#[server(name = ReadAccounts, prefix = "/api/fn", endpoint = "accounts", input = Posted, output = Posted)]
pub async fn accounts() -> Result<Vec<Account>, Failure> {
    let (hospital, actor) = super::door::open()?;
    super::door::answer(hospital.accounts(&actor).await)
}

#[server(name = AddAccount, prefix = "/api/fn", endpoint = "add-account")]
pub async fn add_account(
    username: String,
    name: String,
    password: String,
    #[server(default)] grants: Vec<String>,
) -> Result<(), Failure> {
    let (hospital, actor) = super::door::open()?;
    let new = service::NewAccount { username, name, password, grants: super::grants::read_all(&grants)? };
    super::door::answer(hospital.add_account(&actor, new).await.map(drop))
}

#[server(name = SetGrants, prefix = "/api/fn", endpoint = "set-grants")]
pub async fn set_grants(account: AccountId, #[server(default)] grants: Vec<String>) -> Result<(), Failure> {
    let (hospital, actor) = super::door::open()?;
    let grants = super::grants::read_all(&grants)?;
    super::door::answer(hospital.set_grants(&actor, account, grants).await)
}

#[server(name = SetPassword, prefix = "/api/fn", endpoint = "set-password")]
pub async fn set_password(account: AccountId, password: String) -> Result<(), Failure> {
    let (hospital, actor) = super::door::open()?;
    super::door::answer(hospital.set_password(&actor, account, password).await)
}

#[server(name = SetActive, prefix = "/api/fn", endpoint = "set-active")]
pub async fn set_active(account: AccountId, active: bool) -> Result<(), Failure> {
    let (hospital, actor) = super::door::open()?;
    super::door::answer(hospital.set_active(&actor, account, active).await)
}

#[server(name = EndSessions, prefix = "/api/fn", endpoint = "end-sessions")]
pub async fn end_sessions(account: AccountId) -> Result<(), Failure> {
    let (hospital, actor) = super::door::open()?;
    super::door::answer(hospital.end_sessions(&actor, account).await)
}
