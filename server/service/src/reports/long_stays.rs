//! Who has been here for long, now and in the weeks before.

use chrono::Days;
use domain::{
    Actor, Directory, Problem, Stay, Task, clinical_time, due,
    length_of_stay::LongStay,
    london,
    report::{
        Asked, CensusRow, ChartName,
        document::Section,
        reports::long_stay::{ExcludedPatient, LongStayPatient, LongStays},
    },
    sentence::Names,
    task::order::Order,
};

use super::{place, who};
use crate::Hospital;

/// The weekly trend goes back two years.
const TREND: Days = Days::new(104 * 7);
/// The same day of the week, a year ago.
const YEAR: Days = Days::new(52 * 7);

impl Hospital {
    pub(super) async fn long_stays(&self, actor: &Actor, asked: &Asked) -> Result<Vec<Section>, Problem> {
        let (now, names) = (self.now(), self.names().await?);
        let today = london::date(now);
        let week_ago = self.long_stays_at(today - Days::new(7), asked).await?;
        let year_ago = self.long_stays_at(today - YEAR, asked).await?;
        let weeks = self.long_stays_by_week(today - TREND..=today, asked).await?;
        let weeks: Vec<_> = weeks.into_iter().map(|(monday, [.., longest])| (monday, longest)).collect();
        let mut here = self.here(asked).await?;
        here.sort_by_key(|(stay, row)| (std::cmp::Reverse(row.length_of_stay), stay.id));
        let rows: Vec<CensusRow> = here.iter().map(|(_, row)| row.clone()).collect();
        let (counted, excluded): (Vec<_>, Vec<_>) = here.into_iter().partition(|(_, row)| row.is_counted());
        let longest = counted.into_iter().filter(|(_, row)| LongStay::TwentyOnePlus.includes(row.length_of_stay));
        let patients = longest.map(|(stay, row)| {
            let who = who(actor, &stay);
            let is_seen = who.is_some();
            LongStayPatient {
                row,
                place: place(&stay.place, is_seen, names.as_ref()),
                who,
                tasks: if is_seen { open_tasks(&stay, &names, now) } else { Vec::new() },
                next: is_seen.then(|| next_step(&stay)).flatten(),
            }
        });
        let patients = patients.collect();
        let excluded = excluded.into_iter().map(|(stay, row)| {
            let who = who(actor, &stay);
            ExcludedPatient { row, place: place(&stay.place, who.is_some(), names.as_ref()), who }
        });
        let excluded = excluded.collect();
        let decisions = &self.chart_decisions(ChartName::LongStays, asked).await?;
        let report = LongStays { now: &rows, week_ago, year_ago, weeks: &weeks, patients, excluded, decisions };
        Ok(report.sections(names.as_ref()))
    }
}

/// "TTO dispensed: Pharmacy, due 15:00 (40 min late), to do since 05-Mar-2026", the most pressing first.
pub(crate) fn open_tasks(stay: &Stay, names: &Directory, now: chrono::DateTime<chrono::Utc>) -> Vec<String> {
    let mut tasks: Vec<&Task> = stay.open_tasks().collect();
    tasks.sort_by_key(|task| (task.due.is_none(), task.due, task.number));
    let words = |task: &Task| {
        let owner = task.owner.as_ref().map_or_else(|| names.team(&task.owner_team), |owner| owner.name.clone());
        let since = clinical_time::date(london::date(task.at));
        format!("{}: {owner}, {}, {} since {since}", task.title, due::in_words(task.due, now), task.state.words().to_lowercase())
    };
    tasks.into_iter().map(words).collect()
}

/// The tasks that can be done now on the longest way home.
fn next_step(stay: &Stay) -> Option<String> {
    let order = Order::of(stay);
    let titles = order.way_home.first()?.iter().filter_map(|number| stay.task(*number)).map(|task| task.title.as_str());
    Some(titles.collect::<Vec<_>>().join(" and "))
}
