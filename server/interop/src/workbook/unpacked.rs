//! How large an .xlsx becomes, measured before anything is read out of it.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::amplifier;
use crate::SheetProblem;
use crate::limits::{MAX_UNPACKED_BYTES, MAX_UNPACKING, UNPACKING_MATTERS_FROM};

/// Refuses a zip bomb. First by the sizes it declares, which costs nothing; then by unpacking
/// each part up to the limit, because the declared sizes may lie.
pub(super) fn hold_to_limits(bytes: &[u8]) -> Result<(), SheetProblem> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| SheetProblem::Damaged)?;
    hold(declared(&archive), bytes.len())?;
    let mut part = Vec::new();
    let mut unpacked = 0;
    for index in 0..archive.len() {
        let file = archive.by_index(index).map_err(|_| SheetProblem::Damaged)?;
        let name = file.name().map(|name| name.to_ascii_lowercase()).unwrap_or_default();
        part.clear();
        file.take(room_after(unpacked)).read_to_end(&mut part).map_err(|_| SheetProblem::Damaged)?;
        unpacked += part.len();
        hold(unpacked, bytes.len())?;
        amplifier::hold_to_limits(&name, &part)?;
    }
    Ok(())
}

fn hold(unpacked: usize, packed: usize) -> Result<(), SheetProblem> {
    if unpacked > MAX_UNPACKED_BYTES {
        Err(SheetProblem::UnpacksTooLarge)
    } else if unpacked > UNPACKING_MATTERS_FROM && unpacked / packed.max(1) > MAX_UNPACKING {
        Err(SheetProblem::UnpacksTooFar)
    } else {
        Ok(())
    }
}

fn declared(archive: &ZipArchive<Cursor<&[u8]>>) -> usize {
    let size = archive.decompressed_size().unwrap_or_default();
    usize::try_from(size).unwrap_or(usize::MAX)
}

/// One byte over the limit is enough to see that it is passed.
fn room_after(unpacked: usize) -> u64 {
    u64::try_from(MAX_UNPACKED_BYTES.saturating_sub(unpacked) + 1).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    const MB: usize = 1024 * 1024;

    #[rstest]
    #[case::a_ward_list(MB, 50_000, Ok(()))]
    #[case::an_empty_sheet_packs_well(2 * MB, 5_000, Ok(()))]
    #[case::at_the_limit(100 * MB, 10 * MB, Ok(()))]
    #[case::over_the_limit(100 * MB + 1, 10 * MB, Err(SheetProblem::UnpacksTooLarge))]
    #[case::too_far(90 * MB, 100_000, Err(SheetProblem::UnpacksTooFar))]
    fn sizes_are_held(#[case] unpacked: usize, #[case] packed: usize, #[case] held: Result<(), SheetProblem>) {
        assert_eq!(hold(unpacked, packed), held);
    }
}
