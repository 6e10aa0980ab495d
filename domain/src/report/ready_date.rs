//! The discharge ready date statistics (`domain.md` 3.6): of finished stays, by the rules of that publication alone.
//!
//! They differ by design from the situation report, which is a type of its own; neither is made from the other.

use super::{DelayBand, DischargeRow, Share};

/// [`Figure::ReadyDateStatistics`](super::Figure::ReadyDateStatistics).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ReadyDateStatistics {
    /// Discharges in each band of [`DelayBand::ALL`].
    pub by_band: [u32; DelayBand::ALL.len()],
    /// Days from the ready date to the discharge, added up.
    pub bed_days: u32,
    /// Discharges without a ready date; in no band.
    pub not_recorded: u32,
    /// Discharges with a ready date after them, which is a mistake; in no band.
    pub ready_after_discharge: u32,
}

impl ReadyDateStatistics {
    /// Adds a discharge, unless these statistics leave it out.
    pub fn add(&mut self, row: &DischargeRow) {
        if row.excluded_from_ready_date.is_some() {
            return;
        }
        match row.delay_days() {
            None => self.not_recorded += 1,
            Some(Err(_)) => self.ready_after_discharge += 1,
            Some(Ok(days)) => {
                self.by_band[DelayBand::of(days) as usize] += 1;
                self.bed_days += days;
            }
        }
    }

    /// Adds discharges that were added up apart.
    pub fn append(&mut self, other: Self) {
        self.by_band.iter_mut().zip(other.by_band).for_each(|(band, more)| *band += more);
        self.bed_days += other.bed_days;
        self.not_recorded += other.not_recorded;
        self.ready_after_discharge += other.ready_after_discharge;
    }

    /// Discharges with a ready date that can be true.
    pub fn discharges(self) -> u32 {
        self.by_band.iter().sum()
    }

    pub fn in_band(self, band: DelayBand) -> u32 {
        self.by_band[band as usize]
    }

    pub fn on_the_day(self) -> Share {
        Share { part: self.in_band(DelayBand::OnTheDay), whole: self.discharges() }
    }

    /// In days, those who left on the day included.
    pub fn mean_delay(self) -> Option<f64> {
        Share { part: self.bed_days, whole: self.discharges() }.ratio()
    }

    /// In days, of those who did not leave on the day.
    pub fn mean_delay_of_delayed(self) -> Option<f64> {
        Share { part: self.bed_days, whole: self.discharges() - self.in_band(DelayBand::OnTheDay) }.ratio()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        report::story::{day, discharge_row},
        stay::Destination,
    };

    /// Who left on 31 March, ready on a day of March.
    fn row(ready_on: Option<&str>) -> DischargeRow {
        let row = discharge_row("2026-03-31T14:00:00Z", Destination::HomeWithSupport, "2026-02-20T09:00:00Z");
        DischargeRow { ready_on: ready_on.map(day), ..row }
    }

    #[test]
    fn discharges_stand_in_their_bands() {
        let ready = ["31", "31", "30", "28", "27", "18", "17", "10", "01"].map(|date| format!("2026-03-{date}"));
        let mut rows: Vec<DischargeRow> = ready.iter().map(|date| row(Some(date))).collect();
        rows.extend([row(None), row(Some("2026-04-01"))]);
        rows.push(discharge_row("2026-03-31T14:00:00Z", Destination::Died, "2026-02-20T09:00:00Z"));
        let [mut found, mut others] = [ReadyDateStatistics::default(); 2];
        let (some, other) = rows.split_at(4);
        some.iter().for_each(|row| found.add(row));
        other.iter().for_each(|row| others.add(row));
        found.append(others);
        assert_eq!(found.by_band, [2, 1, 1, 1, 1, 1, 2]);
        assert_eq!((found.discharges(), found.bed_days), (9, 1 + 3 + 4 + 13 + 14 + 21 + 30));
        assert_eq!((found.not_recorded, found.ready_after_discharge), (1, 1));
        assert_eq!(found.on_the_day(), Share { part: 2, whole: 9 });
    }

    /// England, 2024-25 (`domain.md` 3.6).
    #[test]
    fn the_means_of_a_year_in_england() {
        let delayed = 546_404;
        let by_band = [4_035_716 - delayed, delayed, 0, 0, 0, 0, 0];
        let found = ReadyDateStatistics { by_band, bed_days: 3_329_387, ..ReadyDateStatistics::default() };
        let two_places = |mean: Option<f64>| format!("{:.2}", mean.expect("a mean"));
        assert_eq!((two_places(found.mean_delay_of_delayed()), two_places(found.mean_delay())), ("6.09".into(), "0.82".into()));
        assert_eq!(found.on_the_day().to_string(), "86.5% (3,489,312 of 4,035,716)");
        assert_eq!(ReadyDateStatistics::default().mean_delay(), None);
    }
}
