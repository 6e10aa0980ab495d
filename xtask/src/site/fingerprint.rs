//! Knows whether a step's inputs are those of last time.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use sha2::{Digest as _, Sha256};

/// What a step is made from: settings and files.
#[derive(Default)]
pub struct Fingerprint(Sha256);

impl Fingerprint {
    pub fn of(settings: &str) -> Self {
        let mut fingerprint = Self::default();
        fingerprint.add(settings.as_bytes());
        fingerprint
    }

    pub fn file(mut self, path: &Path) -> Result<Self> {
        let bytes = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
        self.add(&bytes);
        Ok(self)
    }

    pub fn bytes(mut self, bytes: &[u8]) -> Self {
        self.add(bytes);
        self
    }

    /// Ten digits: enough for a name.
    pub fn short(self) -> String {
        self.text()[..10].to_owned()
    }

    /// Whether `stamp` holds this fingerprint and `made` is still there.
    pub fn is_in(&self, stamp: &Path, made: &Path) -> bool {
        made.exists() && fs::read_to_string(stamp).is_ok_and(|last| last == self.text())
    }

    /// To be called when the work is done, never before.
    pub fn put_in(&self, stamp: &Path) -> Result<()> {
        Ok(fs::write(stamp, self.text())?)
    }

    fn add(&mut self, bytes: &[u8]) {
        self.0.update((bytes.len() as u64).to_le_bytes());
        self.0.update(bytes);
    }

    fn text(&self) -> String {
        self.0.clone().finalize().iter().fold(String::new(), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_border_between_two_inputs_matters() {
        let one = Fingerprint::default().bytes(b"ward").bytes(b"7");
        let other = Fingerprint::default().bytes(b"war").bytes(b"d7");
        assert_ne!(one.text(), other.text());
    }

    #[test]
    fn a_step_is_done_again_where_what_it_made_is_gone() {
        let folder = std::env::temp_dir().join(format!("homeward-fingerprint-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let (stamp, made) = (folder.join("stamp"), folder.join("made"));
        let fingerprint = Fingerprint::of("settings");
        fs::write(&made, "made").unwrap();
        fingerprint.put_in(&stamp).unwrap();
        assert!(fingerprint.is_in(&stamp, &made));
        assert!(!Fingerprint::of("other settings").is_in(&stamp, &made));
        fs::remove_file(&made).unwrap();
        assert!(!fingerprint.is_in(&stamp, &made));
        fs::remove_dir_all(folder).unwrap();
    }
}
