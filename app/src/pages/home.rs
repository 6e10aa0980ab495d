//! `/`: to where each person works.

use domain::{Actor, Role};
use leptos::prelude::*;
use leptos_router::components::Redirect;

use crate::{
    components::{ProblemScreen, Waiting},
    session::Session,
};

#[component]
pub fn HomePage() -> impl IntoView {
    let session = Session::expect();
    view! {
        <Transition fallback=Waiting>
            {move || Suspend::new(async move {
                match session.alone().await {
                    Ok(signed_in) => view! { <Redirect path=home_of(&signed_in.actor) /> }.into_any(),
                    Err(failure) => view! { <ProblemScreen failure /> }.into_any(),
                }
            })}
        </Transition>
    }
}

/// Ward staff their board, a wall its ward, a team its tasks, a trust lead the reports, an administrator the accounts, everybody
/// else the wards.
pub fn home_of(actor: &Actor) -> String {
    if let Some(ward) = actor.wall() {
        return format!("/wards/{ward}?display=wall");
    }
    let sees_all = actor.has(Role::DischargeCoordinator);
    match actor.wards().next() {
        Some(ward) if !sees_all => format!("/wards/{ward}"),
        None if !sees_all && actor.has(Role::TeamMember) => "/my-tasks".to_owned(),
        None if actor.has(Role::TrustLead) && !sees_all => "/reports".to_owned(),
        None if actor.grants.iter().all(|grant| grant.role() == Role::Administrator) => "/admin".to_owned(),
        _ => "/wards".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use domain::Grant;
    use rstest::rstest;
    use uuid::Uuid;

    use super::*;

    fn ward() -> Grant {
        Grant::WardStaff("ward-3b".parse().expect("a ward"))
    }

    #[rstest]
    #[case(vec![ward()], "/wards/ward-3b")]
    #[case(vec![Grant::DischargeCoordinator, ward()], "/wards")]
    #[case(vec![Grant::TrustLead], "/reports")]
    #[case(vec![Grant::TeamMember("PHA".parse().expect("a team"))], "/my-tasks")]
    #[case(vec![Grant::Administrator], "/admin")]
    #[case(vec![Grant::WallScreen("ward-3b".parse().expect("a ward"))], "/wards/ward-3b?display=wall")]
    #[case(vec![Grant::Administrator, ward()], "/wards/ward-3b")]
    fn everybody_starts_where_they_work(#[case] grants: Vec<Grant>, #[case] expected: &str) {
        let actor = Actor { id: Uuid::nil().into(), name: "Grace Lowe".to_owned(), grants };
        assert_eq!(home_of(&actor), expected);
    }
}
