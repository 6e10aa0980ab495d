//! `homeward user`, and the first administrator of a new hospital.

use std::io::{IsTerminal, Read, stdin};

use anyhow::{Context, Result, bail};
use domain::Grant;
use service::{Hospital, NewAccount};

use crate::settings::Settings;

pub(super) async fn add(
    settings: &Settings,
    username: String,
    name: String,
    roles: &[String],
    password_stdin: bool,
) -> Result<()> {
    let grants = roles.iter().map(|role| grant(role)).collect::<Result<Vec<Grant>>>()?;
    let hospital = super::open_hospital(settings).await?;
    let password = if password_stdin { password_from_stdin()? } else { ask_password()? };
    hospital.add_account_as_operator(NewAccount { username: username.clone(), name, password, grants }).await?;
    println!("{username} can sign in.");
    Ok(())
}

/// There is no default password: a hospital without an administrator asks for one before it serves.
pub(super) async fn require_administrator(hospital: &Hospital) -> Result<()> {
    if hospital.has_administrator().await? {
        return Ok(());
    }
    if !stdin().is_terminal() {
        bail!(
            "nobody can administer this hospital yet: run `homeward user NAME --name \"…\" --role administrator`, or start it on a terminal"
        );
    }
    println!("This hospital has no administrator yet. Who is it?");
    let username = ask("Username: ")?;
    let name = ask("Name: ")?;
    let password = ask_password()?;
    hospital.add_account_as_operator(NewAccount { username, name, password, grants: vec![Grant::Administrator] }).await?;
    Ok(())
}

fn grant(role: &str) -> Result<Grant> {
    role.parse().with_context(|| format!("{role:?} is no role"))
}

fn ask(question: &str) -> Result<String> {
    use std::io::Write;
    print!("{question}");
    std::io::stdout().flush()?;
    let mut answer = String::new();
    stdin().read_line(&mut answer)?;
    Ok(answer.trim().to_owned())
}

fn ask_password() -> Result<String> {
    let password = rpassword::prompt_password("Password (12 characters or more): ")?;
    if password != rpassword::prompt_password("The same again: ")? {
        bail!("the two passwords differ; nothing was added");
    }
    Ok(password)
}

fn password_from_stdin() -> Result<String> {
    let mut password = String::new();
    stdin().take(1_024).read_to_string(&mut password)?;
    Ok(password.trim_end_matches(['\r', '\n']).to_owned())
}
