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
const WORTH_IT: [&str; 8] = ["css", "html", "js", "json", "svg", "txt", "wasm", "webmanifest"];
/// Brotli's window, as a power of two: its largest that every browser accepts, and all of our files fit into it.
const WINDOW: u32 = 22;

pub fn beside(file: &Path, effort: Effort) -> Result<()> {
    if !WORTH_IT.iter().any(|extension| file.extension() == Some(OsStr::new(extension))) {
        return Ok(());
    }
    let bytes = fs::read(file)?;
    let (quality, level) = match effort {
        Effort::Thorough => (11, Compression::best()),
        Effort::Quick | Effort::Marked => (1, Compression::fast()),
    };
    let mut brotli = CompressorWriter::new(File::create(with_suffix(file, "br"))?, 1 << 16, quality, WINDOW);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_smaller_copy_is_named_after_its_file() {
        assert_eq!(with_suffix(Path::new("pkg/homeward.js"), "br"), Path::new("pkg/homeward.js.br"));
    }

    #[test]
    fn a_smaller_copy_unpacks_to_its_file() {
        let file = std::env::temp_dir().join(format!("homeward-compress-{}.css", std::process::id()));
        let sheet = ".board { display: grid }\n".repeat(100);
        fs::write(&file, &sheet).unwrap();
        beside(&file, Effort::Thorough).unwrap();
        let mut unpacked = Vec::new();
        let mut small = File::open(with_suffix(&file, "br")).unwrap();
        brotli::BrotliDecompress(&mut small, &mut unpacked).unwrap();
        assert_eq!(unpacked, sheet.as_bytes());
        for made in [with_suffix(&file, "br"), with_suffix(&file, "gz"), file] {
            fs::remove_file(made).unwrap();
        }
    }
}
