//! How wide the columns of a table are.

use domain::report::document::Table;

use super::{PADDING, heading_style, shown, shown_heading, style};
use crate::report::pdf::layout::Layout;

/// In points: as wide as its widest cell where all have room, else at least as wide as the widest word.
pub fn widths(layout: &Layout, table: &Table) -> Vec<f32> {
    let needs: Vec<Need> = (0..table.columns.len()).map(|place| need(layout, table, place)).collect();
    shared(&needs, layout.body_width())
}

#[derive(Debug, Clone, Copy)]
struct Need {
    least: f32,
    whole: f32,
}

fn need(layout: &Layout, table: &Table, place: usize) -> Need {
    let heading = shown_heading(&table.columns[place]);
    let headed = layout.typeface.widest_word(&heading, heading_style());
    let cells = table.rows.iter().filter_map(|row| row.get(place)).map(shown);
    let mut need = Need { least: headed, whole: headed };
    for words in cells {
        let widest = words.lines().map(|line| layout.typeface.line(line, style()).width).fold(0.0, f32::max);
        need.whole = need.whole.max(widest);
        // A word is no wider than its line.
        if widest > need.least {
            need.least = need.least.max(layout.typeface.widest_word(&words, style()));
        }
    }
    // A little more, since the sum of rounded widths is compared with a rounded one.
    Need { least: need.least + 2.0 * PADDING + 0.5, whole: need.whole + 2.0 * PADDING + 0.5 }
}

fn shared(needs: &[Need], room: f32) -> Vec<f32> {
    let whole: f32 = needs.iter().map(|need| need.whole).sum();
    let least: f32 = needs.iter().map(|need| need.least).sum();
    if whole <= room {
        return needs.iter().map(|need| need.whole).collect();
    }
    if least >= room {
        return squeezed(needs, room);
    }
    let part = (room - least) / (whole - least);
    needs.iter().map(|need| need.least + part * (need.whole - need.least)).collect()
}

/// Not even every word has its room: what the narrow columns leave of their fair shares goes to the wide ones.
fn squeezed(needs: &[Need], room: f32) -> Vec<f32> {
    let mut widths = vec![None; needs.len()];
    let mut left = room;
    loop {
        let open: f32 = widths.iter().map(|width: &Option<f32>| if width.is_none() { 1.0 } else { 0.0 }).sum();
        let fair = left / open;
        let narrow = (0..needs.len()).find(|place| widths[*place].is_none() && needs[*place].least < fair);
        let Some(narrow) = narrow else {
            return widths.into_iter().map(|width| width.unwrap_or(fair)).collect();
        };
        widths[narrow] = Some(needs[narrow].least);
        left -= needs[narrow].least;
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case::all_fit(&[(10.0, 20.0), (10.0, 60.0)], &[20.0, 60.0])]
    #[case::words_fit(&[(20.0, 20.0), (20.0, 120.0), (20.0, 80.0)], &[20.0, 45.0, 35.0])]
    #[case::words_are_too_long(&[(20.0, 20.0), (200.0, 200.0), (90.0, 90.0)], &[20.0, 40.0, 40.0])]
    fn columns_share_a_hundred_points(#[case] needs: &[(f32, f32)], #[case] expected: &[f32]) {
        let needs: Vec<Need> = needs.iter().map(|(least, whole)| Need { least: *least, whole: *whole }).collect();
        assert_eq!(shared(&needs, 100.0), expected);
    }
}
