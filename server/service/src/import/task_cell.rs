//! What a cell in a task's column says of the task.

use chrono::{DateTime, NaiveTime, Utc};
use domain::london;
use interop::{Cell, read_date_time};

/// The task, as the list has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum SaidOfTask {
    ToDo,
    /// A cross, which may mean "needed" or "done".
    Cross,
    Requested,
    InProgress,
    WaitingOn(String),
    Done,
    NotNeeded,
    Due(DateTime<Utc>),
    /// Words that no state is known for.
    Words,
}

/// A task that is due on a day is due when the working day ends.
const END_OF_DAY: Option<NaiveTime> = NaiveTime::from_hms_opt(17, 0, 0);

/// `title` is the task's own: "booked" finishes "Transport booked".
pub(super) fn read(cell: &Cell, title: &str, now: DateTime<Utc>) -> SaidOfTask {
    let text = cell.as_text();
    let words = text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
    let words = words.trim_end_matches(['.', '!', '?']);
    if let Some(due) = due(cell, words, now) {
        return SaidOfTask::Due(due);
    }
    if let Some(on) = waiting_on(&text) {
        return SaidOfTask::WaitingOn(on);
    }
    if matches!(words, "yes" | "y" | "\u{2713}" | "\u{2714}" | "\u{2714}\u{fe0f}" | "\u{2611}") || finishes(words, title) {
        return SaidOfTask::Done;
    }
    if matches!(words, "no" | "n" | "nil") {
        return SaidOfTask::NotNeeded;
    }
    plain_state(without_date(words))
}

fn plain_state(words: &str) -> SaidOfTask {
    match words {
        "done" | "complete" | "completed" => SaidOfTask::Done,
        "n/a" | "na" | "not needed" | "not required" | "not applicable" | "none needed" => SaidOfTask::NotNeeded,
        "requested" | "referred" | "ordered" | "sent" => SaidOfTask::Requested,
        "in progress" | "started" | "ongoing" | "underway" | "under way" => SaidOfTask::InProgress,
        "to do" | "todo" | "needed" | "needs" | "required" | "outstanding" | "not done" | "not started" => SaidOfTask::ToDo,
        "x" | "\u{2717}" | "\u{2718}" | "\u{2612}" => SaidOfTask::Cross,
        _ => SaidOfTask::Words,
    }
}

/// A date and time, a date, or a time of today.
fn due(cell: &Cell, words: &str, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let day = london::date(now);
    if let Ok(time) = NaiveTime::parse_from_str(words, "%H:%M") {
        return Some(london::instant(day, time));
    }
    // A bare number is likelier to be a count, or a tick, than a date without a format.
    let at = if matches!(cell, Cell::Number(_)) { None } else { read_date_time(cell).ok() }?;
    let time = if at.time() == NaiveTime::MIN { END_OF_DAY? } else { at.time() };
    Some(london::instant(at.date(), time))
}

fn waiting_on(text: &str) -> Option<String> {
    let begins = |start: &&str| text.get(..start.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(start));
    let start = ["awaiting ", "waiting for ", "waiting on ", "await "].iter().find(|start| begins(start))?;
    Some(text[start.len()..].split_whitespace().collect::<Vec<_>>().join(" ")).filter(|on| !on.is_empty())
}

/// The last word of a title that says how it ends: "dispensed", "written", "booked".
fn finishes(words: &str, title: &str) -> bool {
    let last = title.split_whitespace().last().unwrap_or_default().to_lowercase();
    words == last && (last.ends_with("ed") || last.ends_with("ten"))
}

/// "requested 05/03" without its "05/03": when that was is for the log to say.
fn without_date(words: &str) -> &str {
    let is_dated = |c: char| c.is_ascii_digit() || matches!(c, '/' | '.' | ':' | '-' | ' ');
    let state = words.trim_end_matches(is_dated);
    if state.is_empty() { words } else { state }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::{SaidOfTask::*, *};

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().expect("an instant")
    }

    fn said(text: &str) -> SaidOfTask {
        read(&Cell::text(text), "Transport booked", at("2026-03-05T10:00:00Z"))
    }

    #[rstest]
    #[case("Done", Done)]
    #[case("done 05/03", Done)]
    #[case("YES", Done)]
    #[case("\u{2713}", Done)]
    #[case("complete", Done)]
    #[case("Booked", Done)]
    #[case("n/a", NotNeeded)]
    #[case("Not needed", NotNeeded)]
    #[case("no", NotNeeded)]
    #[case("Requested", Requested)]
    #[case("referred 3/3 14:00", Requested)]
    #[case("ordered", Requested)]
    #[case("in progress", InProgress)]
    #[case("Started", InProgress)]
    #[case("ongoing", InProgress)]
    #[case("To do", ToDo)]
    #[case("needed", ToDo)]
    #[case("x", Cross)]
    #[case("Awaiting  family", WaitingOn("family".to_owned()))]
    #[case("waiting for OT", WaitingOn("OT".to_owned()))]
    #[case("awaiting", Words)]
    #[case("no concerns", Words)]
    #[case("done once EDD agreed", Words)]
    #[case("dispensed", Words)]
    #[case("stretcher", Words)]
    #[case("1", Words)]
    fn states_as_wards_write_them(#[case] text: &str, #[case] expected: SaidOfTask) {
        assert_eq!(said(text), expected);
    }

    #[rstest]
    #[case("06/03/2026 11:30", "2026-03-06T11:30:00Z")]
    #[case("06/03/2026", "2026-03-06T17:00:00Z")]
    #[case("1/7/26", "2026-07-01T16:00:00Z")]
    #[case("14:30", "2026-03-05T14:30:00Z")]
    fn a_date_is_when_it_is_due(#[case] text: &str, #[case] due: &str) {
        assert_eq!(said(text), Due(at(due)));
    }
}
