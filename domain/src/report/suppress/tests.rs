use proptest::{collection, prelude::*};
use rstest::rstest;

use super::*;

fn words<'a>(row: impl IntoIterator<Item = &'a Shown>) -> String {
    row.into_iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

#[rstest]
#[case(0, "0")]
#[case(1, "fewer than 5")]
#[case(4, "fewer than 5")]
#[case(5, "5")]
fn a_count_that_stands_alone(#[case] count: u32, #[case] expected: &str) {
    assert_eq!(alone(count), expected);
}

#[rstest]
#[case::nothing_small(&[12, 5, 0], "12 5 0", "17")]
#[case::one_small_takes_the_next_with_it(&[12, 3, 30, 0], "* * 30 0", "45")]
#[case::two_small_hide_each_other(&[12, 3, 4], "12 * *", "19")]
#[case::one_and_one_would_tell(&[12, 1, 1], "* * *", "14")]
#[case::the_only_one_is_its_total(&[0, 3, 0], "0 * 0", "*")]
#[case::what_is_large_alone(&[0, 30, 0], "0 30 0", "30")]
#[case::of_nothing(&[], "", "0")]
fn a_list_and_its_total(#[case] counts: &[u32], #[case] shown: &str, #[case] total: &str) {
    let list = list(counts);
    assert_eq!((words(&list.counts), list.total.to_string()), (shown.to_owned(), total.to_owned()));
}

#[test]
fn a_table_hides_four_to_hide_one() {
    let shown = table(&[vec![2, 20, 30], vec![21, 22, 23], vec![31, 32, 33]]);
    let rows: Vec<String> = shown.rows.iter().map(words).collect();
    assert_eq!(rows, ["* * 30 52", "* * 23 66", "31 32 33 96", "54 74 86 214"]);
}

/// Every line with one hidden cell gives it away; what that gives away may give away more.
fn worked_out(mut known: Vec<Vec<bool>>) -> Vec<Vec<bool>> {
    let (rows, columns) = (known.len(), known[0].len());
    loop {
        let before = known.clone();
        for row in 0..rows {
            if known[row].iter().filter(|known| !**known).count() == 1 {
                known[row].fill(true);
            }
        }
        for column in 0..columns {
            if known.iter().filter(|row| !row[column]).count() == 1 {
                known.iter_mut().for_each(|row| row[column] = true);
            }
        }
        if known == before {
            return known;
        }
    }
}

/// Whether the counts of a hidden cell can be another number with every shown count as it is: tried out, in small tables.
fn can_differ(counts: &[Vec<u32>], shown: &[Vec<Shown>], (row, column): (usize, usize)) -> bool {
    let (rows, columns) = (shown.len(), shown[0].len());
    let hidden: Vec<(usize, usize)> = (0..rows)
        .flat_map(|row| (0..columns).map(move |column| (row, column)))
        .filter(|cell| shown[cell.0][cell.1] == Shown::Suppressed)
        .collect();
    // A change of -1, 0 or 1 to each hidden cell that keeps every row and column adding up.
    let tries = 3_usize.pow(u32::try_from(hidden.len()).expect("few"));
    (0..tries).any(|code| {
        let mut change = vec![vec![0_i64; columns]; rows];
        let mut rest = code;
        for cell in &hidden {
            change[cell.0][cell.1] = [0, 1, -1][rest % 3];
            rest /= 3;
        }
        let adds_up = |parts: Vec<i64>| parts.split_last().is_none_or(|(total, parts)| parts.iter().sum::<i64>() == *total);
        let stays_a_count = hidden.iter().all(|cell| {
            let count = counts.get(cell.0).and_then(|row| row.get(cell.1)).copied();
            count.is_none_or(|count| i64::from(count) + change[cell.0][cell.1] >= 0)
        });
        change[row][column] != 0
            && stays_a_count
            && change.iter().all(|line| adds_up(line.clone()))
            && (0..columns).all(|column| adds_up(change.iter().map(|line| line[column]).collect()))
    })
}

fn counts() -> impl Strategy<Value = Vec<Vec<u32>>> {
    (1_usize..6, 1_usize..6).prop_flat_map(|(rows, columns)| {
        let count = prop_oneof![3 => Just(0_u32), 3 => 1_u32..5, 4 => 5_u32..60];
        collection::vec(collection::vec(count, columns), rows)
    })
}

fn is_known(shown: &[Vec<Shown>]) -> Vec<Vec<bool>> {
    shown.iter().map(|row| row.iter().map(|shown| *shown != Shown::Suppressed).collect()).collect()
}

proptest! {
    #[test]
    fn no_small_count_is_shown_and_no_zero_is_hidden(counts in counts()) {
        let shown = table(&counts).rows;
        for (row, shown) in with_totals(&counts).iter().zip(&shown) {
            for (count, shown) in row.iter().zip(shown) {
                prop_assert!(!is_small(*count) || *shown == Shown::Suppressed);
                prop_assert!(*shown == Shown::Suppressed || *shown == Shown::Count(*count));
                prop_assert!(*count > 0 || *shown == Shown::Count(0));
            }
        }
    }

    #[test]
    fn nothing_hidden_can_be_worked_out_line_by_line(counts in counts()) {
        let known = is_known(&table(&counts).rows);
        prop_assert_eq!(worked_out(known.clone()), known);
    }

    #[test]
    fn a_line_never_tells_of_fewer_than_five(counts in counts()) {
        let (all, shown) = (with_totals(&counts), table(&counts).rows);
        let transposed: Vec<Vec<(u32, Shown)>> =
            (0..all[0].len()).map(|column| all.iter().zip(&shown).map(|(row, shown)| (row[column], shown[column])).collect()).collect();
        let rows = all.iter().zip(&shown).map(|(row, shown)| row.iter().copied().zip(shown.iter().copied()).collect());
        for line in rows.chain(transposed) {
            let line: Vec<(u32, Shown)> = line;
            let Some(((_, Shown::Count(_)), parts)) = line.split_last() else { continue };
            let hidden: u32 = parts.iter().filter(|(_, shown)| *shown == Shown::Suppressed).map(|(count, _)| *count).sum();
            prop_assert!(!is_small(hidden), "{hidden} in {line:?}");
        }
    }

    #[test]
    fn each_hidden_count_can_be_another(counts in collection::vec(collection::vec(prop_oneof![Just(0_u32), 1_u32..5, 5_u32..9], 2), 1..3)) {
        let shown = table(&counts).rows;
        for (row, line) in shown.iter().enumerate() {
            for (column, cell) in line.iter().enumerate() {
                prop_assert!(*cell != Shown::Suppressed || can_differ(&counts, &shown, (row, column)), "{row} {column} {shown:?}");
            }
        }
    }
}
