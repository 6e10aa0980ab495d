//! Where one types. What is typed is kept by no browser and looked at by no spelling service: it is a patient's name.

use leptos::{prelude::*, web_sys::Event};

use crate::{
    board::{Notice, NoticeKind},
    components::Icon,
    connection::Connection,
    outbox::device,
};

/// The field in the bar of every page.
pub const FIELD: &str = "search-patients";

/// In the bar: a field where there is room, else the way to the page that has one.
#[component]
pub fn TopBarSearch() -> impl IntoView {
    let connection = Connection::expect();
    let leave = move |event: &Event| {
        if !connection.may_leave() {
            event.prevent_default();
            connection.notify(not_now());
        }
    };
    view! {
        <form class="top-bar__search" role="search" method="post" action="/search" on:submit=move |event| leave(&event)>
            <label class="visually-hidden" for=FIELD>
                "Search patients"
            </label>
            <SearchField id=FIELD class="top-bar__field" placeholder="Search patients" />
            <button class="top-bar__button" type="submit">
                <Icon name="search" />
                <span class="visually-hidden">"Search"</span>
            </button>
        </form>
        <a class="top-bar__search-link" href="/search" rel="external" on:click=move |event| leave(&event)>
            <Icon name="search" />
            <span class="visually-hidden">"Search patients"</span>
        </a>
    }
    .into_any()
}

fn not_now() -> Notice {
    let why = "The hospital's server can't be reached now. What you have changed is sent first; then search again.";
    Notice { id: device::mutation_id(), about: "Search patients".to_owned(), kind: NoticeKind::NotDone(why.to_owned()) }
}

/// On the page of its own.
#[component]
pub fn SearchForm(text: String, is_focused: bool) -> impl IntoView {
    view! {
        <form class="search-form" role="search" method="post" action="/search">
            <label class="nhsuk-label" for=FIELD>
                "Name, NHS number, hospital number, or ward and bed"
            </label>
            <div class="nhsuk-hint" id="search-hint">
                "Such as OBI, Amara · 999 000 0018 · maple A4. For a number, its first or last four digits will do"
            </div>
            <div class="search-form__line">
                <SearchField id=FIELD class="nhsuk-input" text is_focused described_by="search-hint" />
                <button class="nhsuk-button search-form__button" type="submit">
                    "Search"
                </button>
            </div>
        </form>
    }
}

#[component]
fn SearchField(
    id: &'static str,
    class: &'static str,
    #[prop(optional)] text: String,
    #[prop(optional)] is_focused: bool,
    #[prop(optional)] placeholder: Option<&'static str>,
    #[prop(optional)] described_by: Option<&'static str>,
) -> impl IntoView {
    view! {
        <input
            class=class
            id=id
            name="text"
            type="search"
            value=text
            placeholder=placeholder
            aria-describedby=described_by
            autocomplete="off"
            autocapitalize="none"
            spellcheck="false"
            maxlength=domain::search::LONGEST.to_string()
            autofocus=is_focused
        />
    }
}
