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
        AccountsPage, DesignPage, HomePage, HospitalBoardPage, HospitalPage, ImportPage, ImportReportPage, LockedPage,
        MyTasksPage, NotFoundPage, PatientPage, ProblemPage, ReportsPage, ReviewPage, RoundPage, SearchPage, SignInPage,
        SitrepPage, TaskPage, WardBoardPage, WardsPage,
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
                <Route path=StaticSegment("sign-in") view=plain(SignInPage) ssr=SsrMode::Async />
                <Route path=StaticSegment("locked") view=plain(LockedPage) ssr=SsrMode::Async />
                <Route path=StaticSegment("problem") view=plain(ProblemPage) ssr=SsrMode::Async />
                <ParentRoute path=path!("") view=SignedInPages ssr=SsrMode::Async>
                    <Route path=path!("") view=HomePage ssr=SsrMode::Async />
                    <Route path=path!("wards") view=WardsPage ssr=SsrMode::Async />
                    <Route path=path!("board") view=HospitalBoardPage ssr=SsrMode::Async />
                    <Route path=path!("my-tasks") view=MyTasksPage ssr=SsrMode::Async />
                    <Route path=path!("wards/:ward") view=WardBoardPage ssr=SsrMode::Async />
                    <Route path=path!("wards/:ward/round") view=RoundPage ssr=SsrMode::Async />
                    <Route path=path!("patients/:stay") view=PatientPage ssr=SsrMode::Async />
                    <Route path=path!("design") view=plain(DesignPage) ssr=SsrMode::Async />
                    <Route path=path!("task") view=plain(TaskPage) ssr=SsrMode::Async />
                    <Route path=path!("reports") view=plain(ReportsPage) ssr=SsrMode::Async />
                    <Route path=path!("reports/review") view=plain(ReviewPage) ssr=SsrMode::Async />
                    <Route path=path!("reports/sitrep") view=plain(SitrepPage) ssr=SsrMode::Async />
                    <Route path=path!("reports/:name") view=plain(ReportsPage) ssr=SsrMode::Async />
                    <Route path=path!("search") view=plain(SearchPage) ssr=SsrMode::Async />
                    <Route path=path!("import") view=plain(ImportPage) ssr=SsrMode::Async />
                    <Route path=path!("import/:id") view=plain(ImportReportPage) ssr=SsrMode::Async />
                    <Route path=path!("admin") view=plain(AccountsPage) ssr=SsrMode::Async />
                    <Route path=path!("admin/hospital") view=plain(HospitalPage) ssr=SsrMode::Async />
                </ParentRoute>
            </Routes>
        </Router>
    }
}

/// Pages that somebody who has not signed in may ask for.
const OPEN: [&str; 3] = ["/sign-in", "/locked", "/problem"];

/// Whether the page at `path` is for nobody in particular.
pub fn is_open(path: &str) -> bool {
    OPEN.contains(&path)
}

/// Where the pages of plain forms are, and below. They are complete as the server renders them: the browser's program does not
/// come with them and has no part of them, and links that lead to them leave it (`rel="external"`).
const PLAIN: [&str; 9] = ["/sign-in", "/locked", "/problem", "/search", "/task", "/reports", "/import", "/admin", "/design"];

/// Whether the page at `path` works by itself.
pub fn is_plain(path: &str) -> bool {
    PLAIN.iter().any(|plain| path.strip_prefix(plain).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')))
}

#[cfg(feature = "ssr")]
fn plain<P>(page: P) -> P {
    page
}

#[cfg(not(feature = "ssr"))]
fn plain<P>(_page: P) -> fn() -> AnyView {
    || view! { <NotFoundPage /> }.into_any()
}

/// What outlives the single pages of one who has signed in.
#[component]
fn SignedInPages() -> impl IntoView {
    Session::provide();
    Connection::provide();
    view! { <Outlet /> }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("/sign-in", true)]
    #[case("/import/01a2047c", true)]
    #[case("/admin/hospital", true)]
    #[case("/search", true)]
    #[case("/task", true)]
    #[case("/", false)]
    #[case("/wards/import", false)]
    #[case("/imports", false)]
    fn pages_of_plain_forms(#[case] path: &str, #[case] expected: bool) {
        assert_eq!(is_plain(path), expected);
    }
}
