//! A team, of the hospital or of a partner.

use domain::{Team, team::TeamKind};
use leptos::prelude::*;

use super::Folded;
use crate::pages::accounts::PlainField;

#[component]
pub fn TeamForms(teams: Vec<Team>) -> impl IntoView {
    view! {
        <ul class="admin-list">
            {teams
                .into_iter()
                .map(|team| {
                    view! {
                        <Folded name=format!("{} ({})", team.name, team.code)>
                            <TeamForm team=Some(team) />
                        </Folded>
                    }
                })
                .collect_view()} <Folded name="Add a team">
                <TeamForm team=None />
            </Folded>
        </ul>
    }
}

#[component]
fn TeamForm(team: Option<Team>) -> impl IntoView {
    let id = team.as_ref().map_or_else(|| "new".to_owned(), |team| team.code.to_string());
    let is_partner = team.as_ref().is_some_and(|team| team.kind == TeamKind::Partner);
    let name = team.as_ref().map(|team| team.name.clone()).unwrap_or_default();
    let code_field = match team {
        Some(team) => view! { <input type="hidden" name="code" value=team.code.to_string() /> }.into_any(),
        None => {
            view! { <PlainField id="team-code-new".to_owned() name="code" label="Code, such as PHA" kind="text" /> }.into_any()
        }
    };
    view! {
        <form method="post" action="/api/fn/save-team">
            {code_field} <PlainField id=format!("team-name-{id}") name="name" label="Name" kind="text" value=name />
            <div class="nhsuk-form-group">
                <label class="nhsuk-label" for=format!("team-kind-{id}")>
                    "Where it belongs"
                </label>
                <select class="nhsuk-select" id=format!("team-kind-{id}") name="kind">
                    <option value="internal" selected=!is_partner>
                        "This hospital"
                    </option>
                    <option value="partner" selected=is_partner>
                        "A partner: sees only what is shared"
                    </option>
                </select>
            </div>
            <button class="nhsuk-button nhsuk-button--secondary" type="submit">
                "Save the team"
            </button>
        </form>
    }
}
