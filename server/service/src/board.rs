//! Boards: wards as they are now, answered from the book.

use std::sync::Arc;

use domain::{
    Actor, HospitalBoard, Problem, Stay, StayId, Ward, WardBoard, WardCode, WardFigures,
    board::BoardRow,
    criteria::{self, CriteriaStatus},
    length_of_stay::LongStay,
    london,
    overview::{self, Overview},
    permission::{self, Deed, Scope},
};

use crate::Hospital;

impl Hospital {
    /// One ward, for those who work on it.
    pub async fn ward_board(&self, actor: &Actor, ward: &WardCode) -> Result<WardBoard, Problem> {
        self.ward_as(&permission::scope(actor), ward).await
    }

    /// One ward as a screen on its wall shows it: without names, whoever has put it there.
    pub async fn ward_on_wall(&self, actor: &Actor, ward: &WardCode) -> Result<WardBoard, Problem> {
        self.ward_as(&permission::scope(actor).on_wall(), ward).await
    }

    async fn ward_as(&self, scope: &Scope, ward: &WardCode) -> Result<WardBoard, Problem> {
        if !scope.covers_ward(ward) {
            return Err(Problem::NotAllowed);
        }
        self.ward_rows(scope, ward, BoardRow::of).await
    }

    async fn ward_rows(&self, scope: &Scope, ward: &WardCode, row: fn(Stay) -> BoardRow) -> Result<WardBoard, Problem> {
        let wards = self.all_wards().await?;
        let ward = wards.iter().find(|known| known.code == *ward).ok_or(Problem::NotFound)?.clone();
        let now = self.now();
        let page = self.0.feed.book().read();
        let rows = page.on_ward(&ward.code).filter_map(|stay| scope.view(stay).of(stay)).map(row).collect();
        Ok(WardBoard { rows, sequence: page.sequence, now, ward })
    }

    /// One ward as its board round goes through it: for those who see all of its patients.
    pub async fn ward_round(&self, actor: &Actor, ward: &WardCode) -> Result<WardBoard, Problem> {
        let scope = permission::scope(actor);
        if !scope.sees_whole_ward(ward) {
            return Err(Problem::NotAllowed);
        }
        self.ward_rows(&scope, ward, BoardRow::for_round).await
    }

    /// Several wards, or all that the actor sees where none is named.
    pub async fn boards(&self, actor: &Actor, wards: &[WardCode]) -> Result<Vec<WardBoard>, Problem> {
        let scope = permission::scope(actor);
        if scope == Scope::Nobody || wards.iter().any(|ward| !scope.covers_ward(ward)) {
            return Err(Problem::NotAllowed);
        }
        let all = self.all_wards().await?;
        let mut boards = Vec::new();
        for ward in all.iter().filter(|ward| wards.contains(&ward.code) || (wards.is_empty() && scope.covers_ward(&ward.code))) {
            boards.push(self.ward_board(actor, &ward.code).await?);
        }
        if boards.len() < wards.len() { Err(Problem::NotFound) } else { Ok(boards) }
    }

    /// All patients that the actor sees, whatever the ward.
    #[expect(clippy::unused_async, reason = "use cases are awaited alike, wherever they find their answer")]
    pub async fn hospital_board(&self, actor: &Actor) -> Result<HospitalBoard, Problem> {
        let scope = permission::scope(actor);
        if scope.sees_patients() { Ok(self.hospital_as(&scope)) } else { Err(Problem::NotAllowed) }
    }

    /// All wards as a screen on a wall shows them.
    #[expect(clippy::unused_async, reason = "use cases are awaited alike, wherever they find their answer")]
    pub async fn hospital_on_wall(&self, actor: &Actor) -> Result<HospitalBoard, Problem> {
        match permission::scope(actor).on_wall() {
            Scope::Nobody => Err(Problem::NotAllowed),
            scope => Ok(self.hospital_as(&scope)),
        }
    }

    fn hospital_as(&self, scope: &Scope) -> HospitalBoard {
        let page = self.0.feed.book().read();
        let rows = page.stays.values().filter_map(|stay| scope.view(stay).of(stay)).map(BoardRow::of).collect();
        HospitalBoard { rows, sequence: page.sequence, now: self.now() }
    }

    /// One row, for a screen that missed something.
    #[expect(clippy::unused_async, reason = "use cases are awaited alike, wherever they find their answer")]
    pub async fn board_row(&self, actor: &Actor, stay: StayId) -> Result<BoardRow, Problem> {
        let stay = self.0.feed.book().stay(stay).ok_or(Problem::NotFound)?;
        let seen = permission::scope(actor).view(&stay).of(&stay).ok_or(Problem::NotAllowed)?;
        Ok(BoardRow::of(seen))
    }

    /// Each ward in figures. Whoever may see figures sees all wards; others their own.
    pub async fn ward_figures(&self, actor: &Actor) -> Result<Vec<WardFigures>, Problem> {
        let scope = permission::scope(actor);
        let all = permission::may(actor, Deed::SeeFigures);
        if !scope.sees_patients() && !all {
            return Err(Problem::NotAllowed);
        }
        let wards = self.all_wards().await?;
        let page = self.0.feed.book().read();
        let shown = wards.iter().filter(|ward| all || scope.covers_ward(&ward.code));
        Ok(shown
            .map(|ward| {
                let counted = |stay: &&Arc<Stay>| all || scope.view(stay) != permission::View::Nothing;
                let stays: Vec<Arc<Stay>> = page.on_ward(&ward.code).filter(counted).cloned().collect();
                self.figures(ward, &stays, scope.covers_ward(&ward.code))
            })
            .collect())
    }

    /// The hospital at a glance. Whoever sees figures has all open tasks counted; others those that they see.
    pub async fn overview(&self, actor: &Actor) -> Result<Overview, Problem> {
        let mut wards = self.ward_figures(actor).await?;
        overview::worst_first(&mut wards);
        let (scope, counts_all, now) = (permission::scope(actor), permission::may(actor, Deed::SeeFigures), self.now());
        let page = self.0.feed.book().read();
        let counted: Vec<_> = page
            .stays
            .values()
            .filter_map(|stay| if counts_all { Some(Arc::clone(stay)) } else { scope.view(stay).of(stay).map(Arc::new) })
            .collect();
        let tasks = || counted.iter().flat_map(|stay| &stay.tasks);
        let mut one_thing: Vec<_> = page.stays.values().filter_map(|stay| one_thing_for(&scope, stay)).collect();
        one_thing.sort_by_key(|one| (one.task.due.is_none(), one.task.due, one.stay));
        Ok(Overview {
            wards,
            by_team: overview::held_up(tasks(), |task| Some(&task.owner_team), now),
            by_kind: overview::held_up(tasks(), |task| task.kind.as_ref(), now),
            escalated: overview::escalated(tasks(), self.0.settings.escalation, now),
            one_thing,
            sequence: page.sequence,
            now,
        })
    }

    fn figures(&self, ward: &Ward, stays: &[Arc<Stay>], may_open: bool) -> WardFigures {
        let now = self.now();
        let today = london::date(now);
        let count =
            |which: &dyn Fn(&Stay) -> bool| u32::try_from(stays.iter().filter(|stay| which(stay)).count()).unwrap_or(u32::MAX);
        let at_least = |long: LongStay| count(&|stay| LongStay::of(stay.days_in_hospital(now)) >= long);
        let overdue = stays.iter().map(|stay| stay.tasks.iter().filter(|task| task.is_overdue(now)).count()).sum::<usize>();
        WardFigures {
            code: ward.code.clone(),
            name: ward.name.clone(),
            beds: u32::try_from(ward.beds.len()).unwrap_or(u32::MAX),
            patients: count(&|_| true),
            ready: count(&|stay| stay.criteria_status() == CriteriaStatus::NotMet),
            not_reviewed: count(&|stay| criteria::is_stale(&stay.reviews, now)),
            seven_plus: at_least(LongStay::SevenPlus),
            fourteen_plus: at_least(LongStay::FourteenPlus),
            twenty_one_plus: at_least(LongStay::TwentyOnePlus),
            going_today: count(&|stay| stay.expected_discharge == Some(today)),
            overdue: u32::try_from(overdue).unwrap_or(u32::MAX),
            may_open,
        }
    }
}

/// A team is told of the patients for whom it is the only one left to wait for.
fn one_thing_for(scope: &Scope, stay: &Stay) -> Option<overview::OneThing> {
    let one = overview::one_thing(stay)?;
    match scope.view(stay) {
        permission::View::Whole => Some(one),
        permission::View::TeamTasks(teams) => teams.contains(&one.task.owner_team).then_some(one),
        permission::View::OnWall | permission::View::Nothing => None,
    }
}
