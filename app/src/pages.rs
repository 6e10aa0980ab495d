//! A page a file, each complete as the server renders it.

#[cfg(not(feature = "ssr"))]
mod from_server;
mod home;
mod not_found;
mod patient;
#[cfg(feature = "ssr")]
mod plain;
mod ward_board;
mod wards;

pub use home::HomePage;
pub use not_found::NotFoundPage;
pub use patient::PatientPage;
pub use ward_board::WardBoardPage;
pub use wards::WardsPage;

#[cfg(not(feature = "ssr"))]
pub use from_server::{
    FromServer as AccountsPage, FromServer as HospitalPage, FromServer as ImportPage, FromServer as ImportReportPage,
    FromServer as LockedPage, FromServer as SignInPage,
};
#[cfg(feature = "ssr")]
pub use plain::{AccountsPage, HospitalPage, ImportPage, ImportReportPage, LockedPage, SignInPage};

/// Whether the page at a path is made of plain forms and needs no script: it is left out of the browser part.
pub fn is_plain(path: &str) -> bool {
    let path = path.split('?').next().unwrap_or_default();
    let first = path.trim_start_matches('/').split('/').next().unwrap_or_default();
    matches!(first, "sign-in" | "locked" | "import" | "admin")
}

#[cfg(test)]
mod tests {
    use super::is_plain;

    #[test]
    fn forms_are_plain_and_boards_are_alive() {
        assert!(
            ["/sign-in?next=/wards", "/locked", "/import", "/import/1", "/admin", "/admin/hospital?"].into_iter().all(is_plain)
        );
        assert!(!["/", "/wards", "/wards/import", "/patients/1", "/administer"].into_iter().any(is_plain));
    }
}
