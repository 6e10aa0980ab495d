//! What has to happen next: a row an action, with room for one more.

use domain::long_stay_review::ActionDraft;
use leptos::prelude::*;

/// Rows that stand there at first.
const ROWS: usize = 3;

#[component]
pub fn ActionRows(
    typed: Vec<ActionDraft>,
    /// Who may be meant: the teams of the hospital.
    teams: Vec<String>,
) -> impl IntoView {
    let rows = ROWS.max(typed.iter().filter(|action| !action.is_empty()).count() + 1);
    let blank = std::iter::repeat_with(ActionDraft::default);
    view! {
        <h3 class="nhsuk-heading-s">"What has to happen next"</h3>
        <datalist id="teams">{teams.into_iter().map(|team| view! { <option value=team></option> }).collect_view()}</datalist>
        {typed
            .into_iter()
            .filter(|action| !action.is_empty())
            .chain(blank)
            .take(rows)
            .enumerate()
            .map(|(number, typed)| view! { <ActionRow number=number + 1 typed /> })
            .collect_view()}
    }
}

#[component]
fn ActionRow(number: usize, typed: ActionDraft) -> impl IntoView {
    let [what, who, by] = ["what", "who", "by"].map(|field| format!("{field}-{number}"));
    view! {
        <fieldset class="nhsuk-fieldset review-action">
            <legend class="visually-hidden">{format!("Action {number}")}</legend>
            <div class="review-action__what">
                <label class="nhsuk-label" for=what.clone()>
                    {format!("{number}. What")}
                </label>
                <input class="nhsuk-input" id=what name="what" type="text" autocomplete="off" value=typed.what />
            </div>
            <div>
                <label class="nhsuk-label" for=who.clone()>
                    "Who"
                </label>
                <input class="nhsuk-input" id=who name="who" type="text" list="teams" autocomplete="off" value=typed.who />
            </div>
            <div>
                <label class="nhsuk-label" for=by.clone()>
                    "By"
                </label>
                <input class="nhsuk-input" id=by name="by" type="date" value=typed.by />
            </div>
        </fieldset>
    }
}
