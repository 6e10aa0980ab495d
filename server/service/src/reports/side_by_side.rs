//! A long period is read in parts side by side. Whoever reads one lets others go first after every day of it (`yield_now`): the
//! processors are shared out evenly, and nobody's tap waits for a report.

use chrono::Days;
use domain::report::Asked;

use crate::error::Fault;

/// Fewer than there are connections, so that nobody else waits for a report.
const AT_ONCE: u64 = 3;
/// Days that are read at once; fewer are not worth a second connection.
const FEW_DAYS: i64 = 31;

/// What each part of the period answers.
pub(super) async fn read<T, Reading>(asked: &Asked, read: impl Fn(Asked) -> Reading) -> Result<Vec<T>, Fault>
where
    T: Send + 'static,
    Reading: Future<Output = Result<T, Fault>> + Send + 'static,
{
    let reading: Vec<_> = parts(asked).into_iter().map(|part| tokio::spawn(read(part))).collect();
    let mut found = Vec::with_capacity(reading.len());
    for part in reading {
        found.push(part.await.map_err(|_| Fault::Broken("a part of a period that could not be read to its end"))??);
    }
    Ok(found)
}

/// The same question of parts of the period.
fn parts(asked: &Asked) -> Vec<Asked> {
    let parts = if asked.days() > FEW_DAYS { AT_ONCE } else { 1 };
    let days = u64::try_from(asked.days()).unwrap_or_default().div_ceil(parts);
    let begins = (0..parts).map(|part| asked.from + Days::new(part * days)).filter(|from| *from <= asked.to);
    begins.map(|from| Asked { from, to: Ord::min(asked.to, from + Days::new(days - 1)), ..asked.clone() }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_period_is_asked_for_in_parts_that_miss_no_day() {
        let today = "2026-03-29".parse().expect("a day");
        for days in [1, 2, 31, 32, 33, 34, 365, 3_650] {
            let asked = Asked { from: today - Days::new(days), ..Asked::lately(today) };
            let asked_for: Vec<_> =
                parts(&asked).iter().flat_map(|part| part.from.iter_days().take_while(|day| *day <= part.to)).collect();
            assert_eq!(asked_for, asked.from.iter_days().take_while(|day| *day <= asked.to).collect::<Vec<_>>(), "{days}");
            assert_eq!(parts(&asked).len(), if days > 31 { 3 } else { 1 });
        }
    }
}
