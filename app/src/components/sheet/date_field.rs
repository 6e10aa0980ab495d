//! Days and times in the browser's own fields, which write them as the browser is set: below stands what was chosen as the
//! NHS writes it, so that nobody takes 11/12 for another month.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use domain::{clinical_time, london};
use leptos::prelude::*;

use super::choice::TextField;

#[component]
pub fn DateField(id: &'static str, label: &'static str, day: RwSignal<String>) -> impl IntoView {
    let chosen = move || day.with(|day| day.parse().ok().map(clinical_time::date_with_weekday));
    view! {
        <div>
            <TextField id label kind="date" value=day />
            <output class="field__chosen" for=id>
                {chosen}
            </output>
        </div>
    }
}

/// A day, and a time on the ward's clock.
#[component]
pub fn DateAndTimeFields(
    day_id: &'static str,
    day: RwSignal<String>,
    time_id: &'static str,
    time: RwSignal<String>,
) -> impl IntoView {
    let chosen = move || day.with(|day| time.with(|time| read(day, time).map(in_words)));
    view! {
        <div>
            <div class="field-row">
                <TextField id=day_id label="Day" kind="date" value=day />
                <TextField id=time_id label="Time" kind="time" value=time />
            </div>
            <output class="field__chosen" for=format!("{day_id} {time_id}")>
                {chosen}
            </output>
        </div>
    }
}

/// A day and a time as the browser's fields give them.
pub fn read(day: &str, time: &str) -> Option<DateTime<Utc>> {
    let day: NaiveDate = day.parse().ok()?;
    let (hour, minute) = time.split_once(':')?;
    let minute = minute.split(':').next()?;
    Some(london::instant(day, NaiveTime::from_hms_opt(hour.parse().ok()?, minute.parse().ok()?, 0)?))
}

/// "Sat 28-Nov-2026, 17:21".
fn in_words(chosen: DateTime<Utc>) -> String {
    format!("{}, {}", clinical_time::date_with_weekday(london::date(chosen)), clinical_time::time(chosen))
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
    fn what_was_chosen_is_said_as_the_nhs_writes_it() {
        assert_eq!(read("2026-11-28", "17:21").map(in_words).as_deref(), Some("Sat 28-Nov-2026, 17:21"));
        assert_eq!(read("2026-07-01", "00:30").map(in_words).as_deref(), Some("Wed 01-Jul-2026, 00:30"));
    }
}
