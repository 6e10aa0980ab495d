//! The table that is printed, and the medians in it.

use std::{fs, time::Duration};

pub struct Report {
    load_before: String,
    missed: usize,
}

impl Report {
    pub fn begin() -> Self {
        let load_before = load();
        println!("load average before: {load_before}\n");
        println!("{:<58} {:>14} {:>14} {:>8}  aim", "figure", "homeward", "reference", "ratio");
        Self { load_before, missed: 0 }
    }

    /// A line with a reference; `aim` is the ratio it should keep to, from above or below.
    pub fn compare(&mut self, figure: &str, ours: &str, reference: &str, ratio: f64, aim: &str, kept: bool) {
        self.missed += usize::from(!kept);
        let mark = if kept { "kept" } else { "MISSED" };
        println!("{figure:<58} {ours:>14} {reference:>14} {ratio:>8.2}  {aim}: {mark}");
    }

    /// A line that stands for itself.
    pub fn state(&mut self, figure: &str, ours: &str, aim: &str, kept: bool) {
        self.missed += usize::from(!kept);
        let mark = if kept { "kept" } else { "MISSED" };
        println!("{figure:<58} {ours:>14} {:>14} {:>8}  {aim}: {mark}", "", "");
    }

    /// A line that was printed elsewhere.
    pub fn count(&mut self, kept: bool) {
        self.missed += usize::from(!kept);
    }

    pub fn end(&self) {
        println!("\nload average before {}, after {}; {} aims missed", self.load_before, load(), self.missed);
    }
}

/// The one, five and fifteen minutes' load, as the kernel counts it.
fn load() -> String {
    let text = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    text.split(' ').take(3).collect::<Vec<_>>().join(" ")
}

pub fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

/// "1.23 ms".
pub fn milliseconds(time: Duration) -> String {
    format!("{:.2} ms", time.as_secs_f64() * 1_000.0)
}
