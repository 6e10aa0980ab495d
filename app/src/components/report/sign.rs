//! The foot of a day's situation report: who signs it, with what remark.

use domain::report::sitrep::signed::{NotSigned, ReportDay, Signature};
use leptos::prelude::*;

use super::links::SITREP;
use crate::components::NoteBox;

#[component]
pub fn SignReport(day: ReportDay, typed: Signature, signer: String) -> impl IntoView {
    let is_amendment = day.latest().is_some();
    let heading = if is_amendment { "Amend this day" } else { "Sign this day" };
    view! {
        <section class="report__section sign-report" aria-labelledby="sign-report">
            <h2 class="nhsuk-heading-m" id="sign-report">
                {heading}
            </h2>
            {match day.may_be_signed() {
                Ok(()) => view! { <SignForm day typed signer /> }.into_any(),
                Err(why) => view! { <NotNow why /> }.into_any(),
            }}
        </section>
    }
}

#[component]
fn NotNow(why: NotSigned) -> impl IntoView {
    view! { <p class="report__words">{why.to_string()}</p> }
}

#[component]
fn SignForm(day: ReportDay, typed: Signature, signer: String) -> impl IntoView {
    let version = day.latest().map_or(0, |signed| signed.version);
    let is_amendment = version > 0;
    let remark = if typed == Signature::default() {
        day.latest().and_then(|signed| signed.remark.clone()).unwrap_or_default()
    } else {
        typed.remark
    };
    let says = if is_amendment {
        "What was signed stays as it is. An amendment is another signed version beside it, with the figures as they are counted now."
    } else {
        "Once signed, the figures stand as they are, also when a recount gives others."
    };
    view! {
        <form class="sign-report__form" method="post" action=SITREP>
            <p>{says}</p>
            <input type="hidden" name="day" value=day.day.to_string() />
            <input type="hidden" name="mark" value=day.mark />
            <input type="hidden" name="version" value=version.to_string() />
            {is_amendment.then(|| view! { <NoteBox id="reason" name="reason" label="Why is it amended?" text=typed.reason /> })}
            <NoteBox
                id="remark"
                name="remark"
                label="Remark (may be left empty)"
                hint="What whoever reads the figures has to know: a closed ward, an outage. No patient's name."
                text=remark
            />
            <SignerField name=typed.name signer />
            <button class="nhsuk-button" type="submit">
                {if is_amendment { "Sign the amendment" } else { "Sign the day" }}
            </button>
        </form>
    }
}

/// The name by which somebody signs, typed by them: a signature is no slip of a finger.
#[component]
pub fn SignerField(name: String, signer: String) -> impl IntoView {
    view! {
        <div class="nhsuk-form-group">
            <label class="nhsuk-label" for="signer">
                "Your name"
            </label>
            <div class="nhsuk-hint" id="signer-hint">
                {format!("You sign as {signer}.")}
            </div>
            <input
                class="nhsuk-input"
                id="signer"
                name="name"
                type="text"
                autocomplete="name"
                aria-describedby="signer-hint"
                value=name
                required
            />
        </div>
    }
}
