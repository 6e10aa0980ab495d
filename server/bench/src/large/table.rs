//! A line a figure, a column a number of years.

use std::time::Duration;

use crate::report::{Report, median};

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
}

struct Cell {
    shown: String,
    median: Duration,
}

impl Table {
    pub fn new(database: &'static str, years: &[u32]) -> Self {
        Self { database, years: years.to_vec(), lines: Vec::new() }
    }

    pub fn longest(&self) -> Option<&u32> {
        self.years.iter().max()
    }

    /// The waits of one figure after the years that come next: half of them are shorter than the first shown, 95 in a hundred
    /// than the second, which is to be at most `aim`; and no more years may make the first longer than `growth` times.
    pub fn waits(&mut self, figure: &str, mut waits: Vec<Duration>, aim: Duration, growth: f64) {
        waits.sort_unstable();
        let most = waits.get((waits.len() * 95).div_ceil(100).saturating_sub(1)).copied().unwrap_or_default();
        let median = median(waits);
        let cell = Cell { shown: format!("{} / {}", whole(median), whole(most)), median };
        let words = format!("95 of 100 within {} ms, growth at most {growth}", aim.as_millis());
        let line = self.line(figure, words);
        line.kept &= most <= aim;
        line.cells.push(cell);
        line.kept &= line.growth() <= growth;
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
            self.lines.push(Line { figure: figure.to_owned(), cells: Vec::new(), aim, kept: true });
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
    /// The last median as so many times the first.
    fn growth(&self) -> f64 {
        let medians = self.cells.first().zip(self.cells.last());
        medians.map_or(1.0, |(first, last)| last.median.as_secs_f64() / first.median.as_secs_f64())
    }
}

/// In whole milliseconds.
fn whole(wait: Duration) -> String {
    format!("{:.0}", wait.as_secs_f64() * 1_000.0)
}
