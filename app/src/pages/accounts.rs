//! `/admin`: who signs in, and in which roles. Plain forms.

use domain::{Actor, Directory, Grant, clinical_time, hospital::Account};
use leptos::prelude::*;

use crate::{
    api::{self, SignedIn, write_grant},
    components::{ErrorSummary, Loaded, Screen, form_failure},
};

#[component]
pub fn AccountsPage() -> impl IntoView {
    let accounts = Resource::new(|| (), |()| api::accounts());
    view! { <Loaded page=accounts shown=|signed_in, accounts| view! { <Accounts signed_in accounts /> } /> }
}

#[component]
fn Accounts(signed_in: SignedIn, accounts: Vec<Account>) -> impl IntoView {
    let SignedIn { actor, directory, .. } = signed_in.clone();
    let failure = form_failure();
    let add = directory.clone();
    view! {
        <Screen title="Accounts" signed_in>
            <h1 class="nhsuk-heading-l">"Accounts"</h1>
            {failure.map(|failure| view! { <ErrorSummary message=failure.to_string() /> })}
            <details class="nhsuk-details">
                <summary class="nhsuk-details__summary">
                    <span class="nhsuk-details__summary-text">"Add an account"</span>
                </summary>
                <div class="nhsuk-details__text">
                    <AddAccount directory=add />
                </div>
            </details>
            <ul class="admin-list">
                {accounts
                    .into_iter()
                    .map(|account| view! { <AccountItem account actor=actor.clone() directory=directory.clone() /> })
                    .collect_view()}
            </ul>
        </Screen>
    }
}

#[component]
fn AddAccount(directory: Directory) -> impl IntoView {
    view! {
        <form method="post" action="/api/fn/add-account">
            <PlainField id="new-username".to_owned() name="username" label="Username" kind="text" />
            <PlainField id="new-name".to_owned() name="name" label="Full name" kind="text" />
            <PlainField id="new-password".to_owned() name="password" label="First password" kind="password" />
            <GrantBoxes held=Vec::new() directory />
            <button class="nhsuk-button" type="submit">
                "Add the account"
            </button>
        </form>
    }
}

#[component]
pub fn PlainField(
    id: String,
    name: &'static str,
    label: &'static str,
    kind: &'static str,
    #[prop(optional, into)] value: String,
) -> impl IntoView {
    let autocomplete = if kind == "password" { "new-password" } else { "off" };
    view! {
        <div class="nhsuk-form-group">
            <label class="nhsuk-label" for=id.clone()>
                {label}
            </label>
            <input class="nhsuk-input" id=id name=name type=kind value=value autocomplete=autocomplete />
        </div>
    }
}

#[component]
fn AccountItem(account: Account, actor: Actor, directory: Directory) -> impl IntoView {
    let is_own = account.id == actor.id;
    let seen = account
        .last_seen_at
        .map_or_else(|| "never signed in".to_owned(), |at| format!("last seen {}", clinical_time::date_time(at)));
    let roles = account.grants.iter().map(|grant| role_in_words(grant, &directory)).collect::<Vec<_>>().join("; ");
    let state = if account.active { "" } else { " · closed" };
    let heading = format!("{} ({}){state}", account.name, account.username);
    view! {
        <li class="admin-list__item">
            <h2 class="admin-list__name">{heading}</h2>
            <p>{if roles.is_empty() { "No role".to_owned() } else { roles }}</p>
            <p class="admin-list__facts">{seen}</p>
            <details>
                <summary>{format!("Change {}", account.username)}</summary>
                <ChangeAccount account is_own directory />
            </details>
        </li>
    }
}

#[component]
fn ChangeAccount(account: Account, is_own: bool, directory: Directory) -> impl IntoView {
    let id = account.id.to_string();
    let active = account.active;
    view! {
        <form method="post" action="/api/fn/set-grants">
            <input type="hidden" name="account" value=id.clone() />
            <GrantBoxes held=account.grants directory />
            <button class="nhsuk-button nhsuk-button--secondary" type="submit">
                "Save the roles"
            </button>
        </form>
        <form method="post" action="/api/fn/set-password">
            <input type="hidden" name="account" value=id.clone() />
            <PlainField id=format!("password-{id}") name="password" label="New password" kind="password" />
            <button class="nhsuk-button nhsuk-button--secondary" type="submit">
                "Set the password"
            </button>
        </form>
        <div class="admin-list__buttons">
            <form method="post" action="/api/fn/end-sessions">
                <input type="hidden" name="account" value=id.clone() />
                <button class="nhsuk-button nhsuk-button--secondary" type="submit">
                    "Sign out everywhere"
                </button>
            </form>
            {(!is_own).then(|| view! { <SetActive id active /> })}
        </div>
    }
}

#[component]
fn SetActive(id: String, active: bool) -> impl IntoView {
    view! {
        <form method="post" action="/api/fn/set-active">
            <input type="hidden" name="account" value=id />
            <input type="hidden" name="active" value=(!active).to_string() />
            <button class="nhsuk-button nhsuk-button--secondary" type="submit">
                {if active { "Close the account" } else { "Open the account again" }}
            </button>
        </form>
    }
}

#[component]
fn GrantBoxes(held: Vec<Grant>, directory: Directory) -> impl IntoView {
    let whole = [Grant::DischargeCoordinator, Grant::TrustLead, Grant::Administrator];
    let wards = directory.wards.iter().map(|ward| Grant::WardStaff(ward.code.clone()));
    let teams = directory.teams.iter().map(|team| Grant::TeamMember(team.code.clone()));
    let walls = directory.wards.iter().map(|ward| Grant::WallScreen(ward.code.clone()));
    let all: Vec<Grant> = whole.into_iter().chain(wards).chain(teams).chain(walls).collect();
    view! {
        <fieldset class="nhsuk-fieldset grant-boxes">
            <legend class="nhsuk-fieldset__legend">"Roles"</legend>
            {all
                .into_iter()
                .map(|grant| {
                    let is_held = held.contains(&grant);
                    view! {
                        <label class="radios__option">
                            <input type="checkbox" name="grants[]" value=write_grant(&grant) checked=is_held />
                            <span>{role_in_words(&grant, &directory)}</span>
                        </label>
                    }
                })
                .collect_view()}
        </fieldset>
    }
}

/// "Ward staff: Ward 3B", "Trust lead".
fn role_in_words(grant: &Grant, directory: &Directory) -> String {
    use domain::sentence::Names;
    match grant {
        Grant::WardStaff(ward) => format!("Ward staff: {}", directory.ward(ward)),
        Grant::TeamMember(team) => format!("Team member: {}", directory.team(team)),
        Grant::DischargeCoordinator => "Discharge coordinator".to_owned(),
        Grant::TrustLead => "Trust lead".to_owned(),
        Grant::Administrator => "Administrator".to_owned(),
        Grant::WallScreen(ward) => format!("Screen on the wall: {}", directory.ward(ward)),
    }
}
