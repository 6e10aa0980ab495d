//! Smaller copies beside each file, made once here rather than at every request.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::Result;
use brotli::CompressorWriter;
use flate2::{Compression, write::GzEncoder};

use super::Effort;

/// Text, and the module; pictures are compressed already.
const WORTH_IT: [&str; 8] = [
    "css",
    "html",
    "js",
    "json",
    "svg",
    "txt",
    "wasm",
    "webmanifest",
];
/// Brotli's window, as a power of two: its largest that every browser accepts, and all of our files fit into it.
const WINDOW: u32 = 22;

pub fn beside(file: &Path, effort: Effort) -> Result<()> {
    if !WORTH_IT
        .iter()
        .any(|extension| file.extension() == Some(OsStr::new(extension)))
    {
        return Ok(());
    }
    let bytes = fs::read(file)?;
    let (quality, level) = match effort {
        Effort::Thorough => (11, Compression::best()),
        Effort::Quick => (1, Compression::fast()),
    };
    let mut brotli = CompressorWriter::new(
        File::create(with_suffix(file, "br"))?,
        1 << 16,
        quality,
        WINDOW,
    );
    brotli.write_all(&bytes)?;
    brotli.into_inner().flush()?;
    let mut gzip = GzEncoder::new(File::create(with_suffix(file, "gz"))?, level);
    gzip.write_all(&bytes)?;
    gzip.finish()?;
    Ok(())
}

/// `homeward.js` → `homeward.js.br`
pub fn with_suffix(file: &Path, suffix: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(suffix);
    name.into()
}

pub fn kilobytes(bytes: u64) -> String {
    format!("{} kB", bytes.div_ceil(1000))
}
