//! A line a figure, a column a number of years.

use std::{fmt, time::Duration};

use crate::report::{Report, median};

/// How many times longer a wait may become with more years, and from which number of years on.
#[derive(Clone, Copy)]
pub struct Growth {
    pub at_most: f64,
    pub from_years: u32,
}

impl fmt::Display for Growth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "at most {}", self.at_most)?;
        if self.from_years > 1 { write!(f, " from {} y on", self.from_years) } else { Ok(()) }
    }
}

pub struct Table {
    database: &'static str,
    years: Vec<u32>,
    lines: Vec<Line>,
}

struct Line {
    figure: String,
    /// One a number of years, in their order.
    cells: Vec<Cell>,
    aim: String,
    kept: bool,
    /// Which cell its growth is counted from.
    grows_from: usize,
}

struct Cell {
    shown: String,
    median: Duration,
}

impl Table {
    pub fn new(database: &'static str, years: &[u32]) -> Self {
        Self { database, years: years.to_vec(), lines: Vec::new() }
    }

    /// The waits of one figure, a list a number of years: half of them are shorter than the first shown, 95 in a hundred than
    /// the second, which is to be at most `aim`; and no more years may make the first longer than they are allowed to.
    pub fn waits(&mut self, figure: &str, waits: Vec<Vec<Duration>>, aim: Duration, growth: Growth) {
        let words = format!("95 of 100 within {} ms, growth {growth}", aim.as_millis());
        let from = self.years.iter().position(|years| *years >= growth.from_years).unwrap_or_default();
        let line = self.line(figure, words);
        line.grows_from = from;
        for mut waits in waits {
            waits.sort_unstable();
            let most = waits.get((waits.len() * 95).div_ceil(100).saturating_sub(1)).copied().unwrap_or_default();
            let median = median(waits);
            line.kept &= most <= aim;
            line.cells.push(Cell { shown: format!("{} / {}", whole(median), whole(most)), median });
        }
        line.kept &= line.growth() <= growth.at_most;
    }

    /// A single wait.
    pub fn once(&mut self, figure: &str, wait: Duration, aim: Duration) {
        let line = self.line(figure, format!("at most {} ms", aim.as_millis()));
        line.kept &= wait <= aim;
        line.cells.push(Cell { shown: whole(wait), median: wait });
    }

    /// Waits as so many times those of a reference, by their medians.
    pub fn against(&mut self, figure: &str, waits: Vec<Duration>, reference: Vec<Duration>, aim: f64) {
        let (wait, reference) = (median(waits), median(reference));
        let ratio = wait.as_secs_f64() / reference.as_secs_f64();
        let line = self.line(figure, format!("at most {aim} times"));
        line.kept &= ratio <= aim;
        line.cells.push(Cell { shown: format!("{ratio:.2} ({:.2})", wait.as_secs_f64() * 1_000.0), median: wait });
    }

    fn line(&mut self, figure: &str, aim: String) -> &mut Line {
        let known = self.lines.iter().position(|line| line.figure == figure);
        let at = known.unwrap_or(self.lines.len());
        if known.is_none() {
            self.lines.push(Line { figure: figure.to_owned(), cells: Vec::new(), aim, kept: true, grows_from: 0 });
        }
        &mut self.lines[at]
    }

    pub fn print(&self, report: &mut Report) {
        let years = self.years.iter().map(|years| format!("{:>16}", format!("{years} y"))).collect::<Vec<_>>().concat();
        println!("\n{:<50}{years}{:>8}  aim; waits in ms, median / 95th of 100", self.database, "growth");
        for line in &self.lines {
            let cells = line.cells.iter().map(|cell| format!("{:>16}", cell.shown)).collect::<Vec<_>>().concat();
            report.count(line.kept);
            let mark = if line.kept { "kept" } else { "MISSED" };
            println!("{:<50}{cells}{:>8.2}  {}: {mark}", line.figure, line.growth(), line.aim);
        }
    }
}

impl Line {
    /// The last median as so many times the first that counts.
    fn growth(&self) -> f64 {
        let medians = self.cells.get(self.grows_from).zip(self.cells.last());
        medians.map_or(1.0, |(first, last)| last.median.as_secs_f64() / first.median.as_secs_f64())
    }
}

/// In whole milliseconds.
fn whole(wait: Duration) -> String {
    format!("{:.0}", wait.as_secs_f64() * 1_000.0)
}
