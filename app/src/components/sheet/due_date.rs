//! By when a task has to be done, on the ward's clock.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};
use domain::{Command, TaskNumber, clinical_time, london};
use leptos::prelude::*;

use super::{
    asking::Asking,
    choice::{Choice, SaveButton, TextField},
};
use crate::board::Row;

/// Days from today and the hour.
const USUAL: [(u64, u32); 5] = [(0, 12), (0, 15), (0, 17), (1, 9), (1, 12)];

#[component]
pub fn TaskDue(row: Row, number: TaskNumber, asking: Asking) -> impl IntoView {
    let now = asking.board.clock();
    let due = row.read(|state| state.shown.stay.task(number).and_then(|task| task.due)).unwrap_or(now);
    let clock = london::wall_clock(due);
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
                .map(|due| view! { <Choice words=clinical_time::day_and_time(due, now) on_choose=move || set(Some(due)) /> })
                .collect_view()}
            <Choice words="No due time" on_choose=move || set(None) />
        </div>
        <div class="field-row">
            <TextField id="due-day" label="Day" kind="date" value=day />
            <TextField id="due-time" label="Time" kind="time" value=time />
        </div>
        <SaveButton words="Set" on_save=save />
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

/// A day and a time as the browser's fields give them.
pub fn read(day: &str, time: &str) -> Option<DateTime<Utc>> {
    let day: NaiveDate = day.parse().ok()?;
    let (hour, minute) = time.split_once(':')?;
    let minute = minute.split(':').next()?;
    Some(london::instant(day, NaiveTime::from_hms_opt(hour.parse().ok()?, minute.parse().ok()?, 0)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_give_the_wards_time() {
        let found = read("2026-07-01", "15:00").expect("an instant");
        assert_eq!(found.to_rfc3339(), "2026-07-01T14:00:00+00:00");
        assert_eq!(read("2026-07-01", "15:00:30"), Some(found));
        assert_eq!(read("", "15:00"), None);
        assert_eq!(read("2026-07-01", "25:00"), None);
    }

    #[test]
    fn only_times_to_come_are_offered() {
        let now: DateTime<Utc> = "2026-03-05T16:30:00Z".parse().expect("an instant");
        assert_eq!(usual(now).len(), 3);
    }
}
