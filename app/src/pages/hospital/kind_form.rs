//! A kind of task in the catalogue.

use domain::{Pathway, TaskKind, Team};
use leptos::prelude::*;
use strum::IntoEnumIterator;

use super::Folded;
use crate::{api::write_due_rule, pages::accounts::PlainField};

const RULES: [(&str, &str); 7] = [
    ("from_adding", "Hours after it is added"),
    ("from_adding_in_working_hours", "Working hours after it is added (weekdays, 08:00 to 18:00)"),
    ("from_admission", "Hours after admission"),
    ("same_day", "The same day, at"),
    ("same_working_day", "The same working day, at"),
    ("before_edd", "Days before the expected date, at"),
    ("by_case", "Agreed case by case"),
];

#[component]
pub fn KindForms(kinds: Vec<TaskKind>, teams: Vec<Team>) -> impl IntoView {
    view! {
        <ul class="admin-list">
            {kinds
                .into_iter()
                .map(|kind| {
                    let teams = teams.clone();
                    view! {
                        <Folded name=format!("{} {}", kind.code, kind.title)>
                            <KindForm kind teams />
                        </Folded>
                    }
                })
                .collect_view()}
        </ul>
    }
}

#[component]
fn KindForm(kind: TaskKind, teams: Vec<Team>) -> impl IntoView {
    let code = kind.code.to_string();
    let id = move |field: &str| format!("{field}-{code}");
    let codes = |codes: Vec<String>| codes.join(" ");
    let after = codes(kind.after.iter().map(ToString::to_string).collect());
    let reasons = codes(kind.delay_reasons.iter().map(ToString::to_string).collect());
    view! {
        <form method="post" action="/api/fn/save-kind">
            <input type="hidden" name="kind[code]" value=kind.code.to_string() />
            <PlainField id=id("title") name="kind[title]" label="Title" kind="text" value=kind.title.clone() />
            <PlainField id=id("short") name="kind[short]" label="Short title, for a chip" kind="text" value=kind.short.clone() />
            <OwnerSelect id=id("owner") owner=kind.owner_team.to_string() teams />
            <DueFields id=id("due") kind=kind.clone() />
            <PathwayBoxes name="kind[pathways][]" legend="Usual on" ticked=kind.pathways.clone() />
            <PathwayBoxes name="kind[proposed_on][]" legend="Proposed along with" ticked=kind.proposed_on.clone() />
            <PlainField id=id("after") name="kind[after]" label="Comes after the kinds" kind="text" value=after />
            <PlainField id=id("reasons") name="kind[delay_reasons]" label="Reasons for delay it can stand for" kind="text" value=reasons />
            <label class="radios__option">
                <input type="checkbox" name="kind[blocking]" value="true" checked=kind.blocking />
                <span>"The patient has to wait for it"</span>
            </label>
            <button class="nhsuk-button nhsuk-button--secondary" type="submit">
                "Save the kind"
            </button>
        </form>
        <form method="post" action="/api/fn/retire-kind">
            <input type="hidden" name="code" value=kind.code.to_string() />
            <button class="link-button" type="submit">
                "No longer offer it"
            </button>
        </form>
    }
}

#[component]
fn OwnerSelect(id: String, owner: String, teams: Vec<Team>) -> impl IntoView {
    view! {
        <div class="nhsuk-form-group">
            <label class="nhsuk-label" for=id.clone()>
                "Owner"
            </label>
            <select class="nhsuk-select" id=id name="kind[owner_team]">
                {teams
                    .into_iter()
                    .map(|team| {
                        let code = team.code.to_string();
                        let is_owner = code == owner;
                        view! {
                            <option value=code selected=is_owner>
                                {team.name}
                            </option>
                        }
                    })
                    .collect_view()}
            </select>
        </div>
    }
}

#[component]
fn DueFields(id: String, kind: TaskKind) -> impl IntoView {
    let due = write_due_rule(kind.due);
    let options = RULES.map(|(value, words)| {
        let is_rule = value == due.rule;
        view! {
            <option value=value selected=is_rule>
                {words}
            </option>
        }
    });
    view! {
        <div class="field-row">
            <div class="nhsuk-form-group">
                <label class="nhsuk-label" for=id.clone()>
                    "First due"
                </label>
                <select class="nhsuk-select" id=id.clone() name="kind[due][rule]">
                    {options.into_iter().collect_view()}
                </select>
            </div>
            <PlainField id=format!("{id}-number") name="kind[due][number]" label="Hours or days" kind="text" value=due.number />
            <PlainField id=format!("{id}-at") name="kind[due][at]" label="Time" kind="text" value=due.at />
        </div>
    }
}

#[component]
fn PathwayBoxes(name: &'static str, legend: &'static str, ticked: Vec<Pathway>) -> impl IntoView {
    view! {
        <fieldset class="nhsuk-fieldset grant-boxes">
            <legend class="nhsuk-fieldset__legend">{legend}</legend>
            {Pathway::iter()
                .map(|pathway| {
                    let value: &'static str = pathway.into();
                    let is_ticked = ticked.contains(&pathway);
                    view! {
                        <label class="radios__option">
                            <input type="checkbox" name=name value=value checked=is_ticked />
                            <span>{format!("{} {}", pathway.short(), pathway.meaning())}</span>
                        </label>
                    }
                })
                .collect_view()}
        </fieldset>
    }
}
