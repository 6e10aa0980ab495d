//! By when a task has to be done, on the ward's clock.

use chrono::{DateTime, Days, NaiveTime, Utc};
use domain::{Command, TaskNumber, clinical_time, london};
use leptos::prelude::*;

use super::{
    asking::Asking,
    choice::{Choice, ClearButton, SaveButton},
    date_field::{DateAndTimeFields, read},
};
use crate::board::Row;

/// Days from today and the hour.
const USUAL: [(u64, u32); 5] = [(0, 12), (0, 15), (0, 17), (1, 9), (1, 12)];

#[component]
pub fn TaskDue(row: Row, number: TaskNumber, asking: Asking) -> impl IntoView {
    let now = asking.board.clock();
    let before = row.read(|state| state.shown.stay.task(number).and_then(|task| task.due));
    let clock = london::wall_clock(before.unwrap_or(now));
    let day = RwSignal::new(clock.date().to_string());
    let time = RwSignal::new(clock.format("%H:%M").to_string());
    let set = move |due: Option<DateTime<Utc>>| asking.ask(Command::SetTaskDue { task: number, due });
    let save = move || match read(&day.get_untracked(), &time.get_untracked()) {
        Some(due) => set(Some(due)),
        None => asking.complain("Please give a day and a time."),
    };
    view! {
        <div class="choices">
            {usual(now)
                .into_iter()
                .map(|due| {
                    let words = clinical_time::day_and_time(due, now);
                    view! { <Choice words is_current=before == Some(due) on_choose=move || set(Some(due)) /> }
                })
                .collect_view()}
        </div>
        <DateAndTimeFields day_id="due-day" day time_id="due-time" time />
        <SaveButton words="Set" on_save=save />
        {before.map(|_| view! { <ClearButton words="No due time" on_clear=move || set(None) /> })}
    }
}

/// The usual times that are still to come.
fn usual(now: DateTime<Utc>) -> Vec<DateTime<Utc>> {
    let today = london::date(now);
    let times = USUAL.iter().filter_map(|(days, hour)| {
        let day = today.checked_add_days(Days::new(*days))?;
        Some(london::instant(day, NaiveTime::from_hms_opt(*hour, 0, 0)?))
    });
    times.filter(|due| *due > now).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_times_to_come_are_offered() {
        let now: DateTime<Utc> = "2026-03-05T16:30:00Z".parse().expect("an instant");
        assert_eq!(usual(now).len(), 3);
    }
}
