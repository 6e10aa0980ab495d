//! The hospital at a glance: each ward in figures, what holds patients up, and who is one thing from home.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use domain::{
    Actor, BedCount, Problem, Stay, Task, Ward, WardFigures,
    criteria::{self, CriteriaStatus},
    length_of_stay::LongStay,
    london,
    overview::{self, OneThing, Overview},
    permission::{self, Deed, Scope, View},
};

use crate::{Hospital, book::Page};

impl Hospital {
    /// Each ward in figures. Whoever may see figures has all wards counted whole; others what they see of theirs.
    pub async fn ward_figures(&self, actor: &Actor) -> Result<Vec<WardFigures>, Problem> {
        let counting = Counting::by(actor)?;
        let wards = self.all_wards().await?;
        let stays = counting.stays(&self.0.feed.book().read());
        Ok(counting.wards(&wards, &stays, self.now()))
    }

    /// The hospital at a glance, counted as [`ward_figures`](Self::ward_figures) are.
    pub async fn overview(&self, actor: &Actor) -> Result<Overview, Problem> {
        let counting = Counting::by(actor)?;
        let wards = self.all_wards().await?;
        let now = self.now();
        let page = self.0.feed.book().read();
        let stays = counting.stays(&page);
        let mut wards = counting.wards(&wards, &stays, now);
        overview::worst_first(&mut wards);
        let tasks = || stays.iter().flat_map(|stay| &stay.tasks);
        Ok(Overview {
            wards,
            by_team: overview::held_up(tasks(), |task| Some(&task.owner_team), now),
            by_kind: overview::held_up(tasks(), |task| task.kind.as_ref(), now),
            escalated: overview::escalated(tasks(), self.0.settings.escalation, now),
            one_thing: counting.one_thing(&page),
            sequence: page.sequence,
            now,
        })
    }
}

/// For whom is counted, and so what.
struct Counting {
    scope: Scope,
    counts_all: bool,
}

impl Counting {
    fn by(actor: &Actor) -> Result<Self, Problem> {
        let (scope, counts_all) = (permission::scope(actor), permission::may(actor, Deed::SeeFigures));
        if counts_all || scope.sees_patients() { Ok(Self { scope, counts_all }) } else { Err(Problem::NotAllowed) }
    }

    /// Of each stay what may be counted.
    fn stays(&self, page: &Page) -> Vec<Arc<Stay>> {
        page.stays.values().filter_map(|stay| self.part(stay)).collect()
    }

    fn part(&self, stay: &Arc<Stay>) -> Option<Arc<Stay>> {
        let view = self.scope.view(stay);
        if self.counts_all || view == View::Whole { Some(Arc::clone(stay)) } else { view.of(stay).map(Arc::new) }
    }

    fn wards(&self, wards: &[Ward], stays: &[Arc<Stay>], now: DateTime<Utc>) -> Vec<WardFigures> {
        let shown = wards.iter().filter(|ward| self.counts_all || self.scope.covers_ward(&ward.code));
        let figures = |ward: &Ward| {
            let here: Vec<&Stay> = stays.iter().map(Arc::as_ref).filter(|stay| stay.place.ward == ward.code).collect();
            self.figures(ward, &here, now)
        };
        shown.map(figures).collect()
    }

    fn figures(&self, ward: &Ward, stays: &[&Stay], now: DateTime<Utc>) -> WardFigures {
        let today = london::date(now);
        let patients = |which: &dyn Fn(&Stay) -> bool| number(stays.iter().filter(|stay| which(stay)).count());
        let at_least = |long: LongStay| patients(&|stay| LongStay::of(stay.days_in_hospital(now)) >= long);
        let tasks =
            |which: &dyn Fn(&Task) -> bool| number(stays.iter().flat_map(|stay| &stay.tasks).filter(|task| which(task)).count());
        let sees_beds = self.counts_all || self.scope.sees_every_bed(&ward.code);
        WardFigures {
            code: ward.code.clone(),
            name: ward.name.clone(),
            beds: number(ward.beds.len()),
            bed_count: sees_beds.then(|| BedCount::of(&ward.beds, stays.iter().map(|stay| &stay.place))),
            patients: number(stays.len()),
            ready: patients(&|stay| stay.criteria_status() == CriteriaStatus::NotMet),
            not_reviewed: patients(&|stay| criteria::is_stale(&stay.reviews, now)),
            seven_plus: at_least(LongStay::SevenPlus),
            fourteen_plus: at_least(LongStay::FourteenPlus),
            twenty_one_plus: at_least(LongStay::TwentyOnePlus),
            going_today: patients(&|stay| stay.expected_discharge == Some(today)),
            due_today: tasks(&|task| task.is_due_today(now)),
            overdue: tasks(&|task| task.is_overdue(now)),
            may_open: self.scope.covers_ward(&ward.code),
        }
    }

    /// Those whose one thing is due first come first.
    fn one_thing(&self, page: &Page) -> Vec<OneThing> {
        let mut found: Vec<_> = page.stays.values().filter_map(|stay| one_thing_for(&self.scope, stay)).collect();
        found.sort_by_key(|one| (one.task.due.is_none(), one.task.due, one.stay));
        found
    }
}

/// A team is told of the patients for whom it is the only one left to wait for.
fn one_thing_for(scope: &Scope, stay: &Stay) -> Option<OneThing> {
    let one = overview::one_thing(stay)?;
    match scope.view(stay) {
        View::Whole => Some(one),
        View::TeamTasks(teams) => teams.contains(&one.task.owner_team).then_some(one),
        View::OnWall | View::Nothing => None,
    }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
