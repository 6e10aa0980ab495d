//! The end of the meeting: the week is signed off by name.

use domain::long_stay_review::{NotSignedOff, SignOffDraft, WeekCounts};
use leptos::prelude::*;

use crate::components::{NoteBox, REVIEW, SignerField};

#[component]
pub fn SignOffForm(counts: WeekCounts, typed: SignOffDraft, signer: String) -> impl IntoView {
    view! {
        <section class="report__section sign-report" aria-labelledby="sign-off">
            <h2 class="nhsuk-heading-m" id="sign-off">
                "Sign the week off"
            </h2>
            {match counts.may_be_signed_off() {
                Ok(()) => view! { <Fields counts typed signer /> }.into_any(),
                Err(why) => view! { <NotNow why /> }.into_any(),
            }}
        </section>
    }
}

#[component]
fn NotNow(why: NotSignedOff) -> impl IntoView {
    view! { <p class="report__words">{why.to_string()}</p> }
}

#[component]
fn Fields(counts: WeekCounts, typed: SignOffDraft, signer: String) -> impl IntoView {
    let seen = counts.sign_offs.last().map_or(0, |signed| signed.number);
    let to_review = counts.patients() - counts.reviewed();
    let missing = (to_review > 0).then(|| format!("{to_review} of {} are still to be reviewed.", counts.patients()));
    view! {
        {counts.sign_offs.iter().map(|signed| view! { <p>{signed.words()} "."</p> }).collect_view()}
        {missing.map(|words| view! { <p class="report__words">{words}</p> })}
        <form class="sign-report__form" method="post" action=format!("{REVIEW}/sign-off")>
            <input type="hidden" name="week" value=counts.week.to_string() />
            <input type="hidden" name="seen" value=seen.to_string() />
            <NoteBox
                id="present"
                name="present"
                label="Who was at the meeting?"
                hint="The multidisciplinary team, by name."
                text=typed.present
            />
            <SignerField name=typed.name signer />
            <button class="nhsuk-button" type="submit">
                {if seen > 0 { "Sign off again" } else { "Sign off" }}
            </button>
        </form>
    }
}
