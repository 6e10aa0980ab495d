//! The frame of every signed-in page: skip link, header, whether it is live, the page itself, and what has to be told.

use domain::{Role, permission};
use leptos::{ev::SubmitEvent, prelude::*};
use leptos_meta::Title;
use leptos_router::hooks::use_location;

use super::{ConnectionBanner, Icon, Notices, UndoBar, search::TopBarSearch, shortcuts::Shortcuts};
use crate::{api::SignedIn, connection::Connection, outbox::leaving, routes::is_plain};

#[component]
pub fn Screen(
    #[prop(into)] title: String,
    signed_in: SignedIn,
    /// A board uses the whole width; other pages keep to a readable one.
    #[prop(optional)]
    is_wide: bool,
    /// Whether something has to be told at the page's own foot: what else is told stands above it.
    #[prop(optional)]
    has_tidings: Signal<bool>,
    children: Children,
) -> impl IntoView {
    let main = if is_wide { "screen__main screen__main--wide" } else { "screen__main" };
    let has_program = !is_plain(&use_location().pathname.get_untracked());
    view! {
        <Title text=title />
        <a class="nhsuk-skip-link" href="#main">
            "Skip to main content"
        </a>
        <TopBar signed_in />
        <ConnectionBanner />
        <main class=main class:screen__main--with-tidings=has_tidings id="main">
            {children()}
        </main>
        {has_program.then(|| view! { <Shortcuts /> })}
        <UndoBar />
        <Notices />
    }
}

#[component]
fn TopBar(signed_in: SignedIn) -> impl IntoView {
    let actor = signed_in.actor;
    let is_administrator = actor.has(Role::Administrator);
    let sees_patients = permission::scope(&actor).sees_patients();
    let sees_wards = sees_patients || actor.has(Role::TrustLead);
    // The page of the search has a field of its own.
    let searches = sees_patients && use_location().pathname.get_untracked() != "/search";
    let sees_figures = permission::may(&actor, permission::Deed::SeeFigures);
    let connection = Connection::expect();
    let imports = permission::may(&actor, permission::Deed::ImportList);
    view! {
        <header class="top-bar">
            <ProductName />
            <nav class="top-bar__nav" aria-label="Main">
                {sees_wards.then(|| view! { <NavLink href="/wards" words="Wards" /> })}
                {sees_patients.then(|| view! { <NavLink href="/my-tasks" words="My tasks" /> })}
                {sees_patients.then(|| view! { <NavLink href="/board" words="All patients" /> })}
                {sees_figures.then(|| view! { <NavLink href="/reports" words="Reports" /> })}
                {imports.then(|| view! { <NavLink href="/import" words="Import" /> })}
                {is_administrator.then(|| view! { <NavLink href="/admin" words="Accounts" /> })}
                {is_administrator.then(|| view! { <NavLink href="/admin/hospital" words="Hospital" /> })}
            </nav>
            {searches.then(|| view! { <TopBarSearch /> })}
            <span class="top-bar__person">{actor.name}</span>
            <form
                class="top-bar__sign-out"
                method="post"
                action="/sign-out"
                on:submit=move |event| sign_out(&event, connection.outbox.count())
            >
                <button class="top-bar__button" type="submit">
                    "Sign out"
                </button>
            </form>
        </header>
    }
}

/// The way back to where one works, at the head of every page. `rel` is `external` where the page has to be left whole.
#[component]
pub fn ProductName(#[prop(optional)] rel: Option<&'static str>) -> impl IntoView {
    view! {
        <a class="top-bar__name" href="/" rel=rel>
            <Icon name="home" />
            "Homeward"
        </a>
    }
}

/// Asks first where changes are not sent yet: the next person on this device can't send them.
fn sign_out(event: &SubmitEvent, unsent: usize) {
    let changes = match unsent {
        0 => return,
        1 => "1 change is".to_owned(),
        unsent => format!("{unsent} changes are"),
    };
    let question = format!(
        "{changes} not yet sent. If you sign out now, that waits on this device until you sign in here again. Sign out all the same?"
    );
    if window().confirm_with_message(&question) == Ok(true) {
        leaving::is_free();
    } else {
        event.prevent_default();
    }
}

/// Says which page one is on. A page without a program is visited whole.
#[component]
fn NavLink(href: &'static str, words: &'static str) -> impl IntoView {
    let path = use_location().pathname;
    let rel = is_plain(href).then_some("external");
    view! {
        <a href=href rel=rel aria-current=move || (path.get() == href).then_some("page")>
            {words}
        </a>
    }
}
