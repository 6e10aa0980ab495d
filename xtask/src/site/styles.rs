//! One style sheet out of many.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use super::Effort;
use super::compress::kilobytes;
use super::fingerprint::Fingerprint;
use crate::{house, program, say};

pub fn bundle(effort: Effort) -> Result<PathBuf> {
    let folder = house::root().join("style");
    let css = effort.workshop().join("homeward.css");
    let stamp = effort.workshop().join("styles.stamp");
    let fingerprint = inputs(&folder)?;
    if fingerprint.is_in(&stamp, &css) {
        say::nothing_to_do("styles", "unchanged");
        return Ok(css);
    }
    say::step("styles", "Lightning CSS bundles style/main.css", || {
        let mut bundler = Command::new("node");
        bundler.arg(house::tools().join("bundle-styles.mjs")).arg(folder.join("main.css")).arg(&css).arg(pages());
        program::show(bundler.current_dir(house::root()))?;
        fingerprint.put_in(&stamp)?;
        Ok(kilobytes(fs::metadata(&css)?.len()))
    })?;
    Ok(css)
}

/// Where the names that the styles are for stand.
fn pages() -> PathBuf {
    house::root().join("app/src")
}

fn inputs(folder: &Path) -> Result<Fingerprint> {
    let tools = house::tools();
    let mut fingerprint =
        Fingerprint::default().file(&tools.join("bundle-styles.mjs"))?.file(&tools.join("package-lock.json"))?;
    for sheet in house::files_below(folder)? {
        if sheet.extension() == Some(OsStr::new("css")) {
            fingerprint = fingerprint.bytes(sheet.as_os_str().as_encoded_bytes()).file(&sheet)?;
        }
    }
    for page in house::files_below(&pages())? {
        fingerprint = fingerprint.file(&page)?;
    }
    Ok(fingerprint)
}
