//! Which address shows which page.

use leptos::prelude::*;
use leptos_meta::{Title, provide_meta_context};
use leptos_router::{
    SsrMode, StaticSegment,
    components::{Outlet, ParentRoute, Route, Router, Routes},
    path,
};

use crate::{
    connection::Connection,
    pages::{
        AccountsPage, HomePage, HospitalPage, ImportPage, ImportReportPage, LockedPage, NotFoundPage, PatientPage, SignInPage,
        WardBoardPage, WardsPage,
    },
    session::Session,
};

#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    view! {
        <Title formatter=|title: String| if title.is_empty() { "Homeward".to_owned() } else { format!("{title} · Homeward") } />
        <Router>
            <Routes fallback=NotFoundPage>
                <Route path=StaticSegment("sign-in") view=SignInPage ssr=SsrMode::Async />
                <Route path=StaticSegment("locked") view=LockedPage ssr=SsrMode::Async />
                <ParentRoute path=path!("") view=SignedInPages ssr=SsrMode::Async>
                    <Route path=path!("") view=HomePage ssr=SsrMode::Async />
                    <Route path=path!("wards") view=WardsPage ssr=SsrMode::Async />
                    <Route path=path!("wards/:ward") view=WardBoardPage ssr=SsrMode::Async />
                    <Route path=path!("patients/:stay") view=PatientPage ssr=SsrMode::Async />
                    <Route path=path!("import") view=ImportPage ssr=SsrMode::Async />
                    <Route path=path!("import/:id") view=ImportReportPage ssr=SsrMode::Async />
                    <Route path=path!("admin") view=AccountsPage ssr=SsrMode::Async />
                    <Route path=path!("admin/hospital") view=HospitalPage ssr=SsrMode::Async />
                </ParentRoute>
            </Routes>
        </Router>
    }
}

/// What outlives the single pages of one who has signed in.
#[component]
fn SignedInPages() -> impl IntoView {
    Session::provide();
    Connection::provide();
    view! { <Outlet /> }
}
