//! The finished files under their public names, which change with their content, and the list of those names.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::json;

use super::compress::{self, kilobytes, with_suffix};
use super::fingerprint::Fingerprint;
use super::{Effort, Parts};
use crate::{house, say};

/// Fills `target/site`. The manifest comes last, so that a server that starts meanwhile finds only whole sets.
pub fn publish(parts: &Parts, effort: Effort) -> Result<()> {
    let site = house::site();
    let stamp = effort.workshop().join("site.stamp");
    let files = wanted(parts)?;
    let build = build_id(&files)?;
    let manifest = manifest(&build, &files);
    let is_published = fs::read_to_string(site.join("manifest.json")).is_ok_and(|last| last == manifest);
    if is_published && fs::read_to_string(&stamp).is_ok_and(|last| last == manifest) {
        say::nothing_to_do("site", &format!("unchanged, build {build}"));
        return Ok(());
    }
    say::step("site", "names, copies and compresses", || {
        for file in &files {
            copy(file, &site, effort)?;
        }
        fs::write(site.join("manifest.new"), &manifest)?;
        fs::rename(site.join("manifest.new"), site.join("manifest.json"))?;
        remove_others(&site, &files)?;
        fs::write(stamp, &manifest)?;
        let wasm = site.join(&files[1].name);
        Ok(format!("build {build}, wasm {} in Brotli", kilobytes(fs::metadata(with_suffix(&wasm, "br"))?.len())))
    })
}

/// A file, and its path below the site.
struct Public {
    from: PathBuf,
    name: String,
}

/// The program and its looks first, in the manifest's order; then what lies in `style/static` and in the snippets.
fn wanted(parts: &Parts) -> Result<Vec<Public>> {
    let mut files = Vec::new();
    for (from, extension) in [(&parts.js, "js"), (&parts.wasm, "wasm"), (&parts.css, "css")] {
        let hash = Fingerprint::default().file(from)?.short();
        files.push(Public { from: from.clone(), name: format!("pkg/homeward.{hash}.{extension}") });
    }
    for (folder, prefix) in [(house::root().join("style/static"), ""), (parts.snippets.clone(), "pkg/snippets/")] {
        for from in house::files_below(&folder)? {
            let name = format!("{prefix}{}", from.strip_prefix(&folder)?.display());
            files.push(Public { from, name });
        }
    }
    Ok(files)
}

/// Names the whole set: pages and files of one build belong together.
fn build_id(files: &[Public]) -> Result<String> {
    let mut fingerprint = Fingerprint::default();
    for file in files {
        fingerprint = fingerprint.bytes(file.name.as_bytes()).file(&file.from)?;
    }
    Ok(fingerprint.short())
}

fn manifest(build: &str, files: &[Public]) -> String {
    let path = |index: usize| format!("/{}", files[index].name);
    format!("{:#}\n", json!({ "build": build, "js": path(0), "wasm": path(1), "css": path(2) }))
}

fn copy(file: &Public, site: &Path, effort: Effort) -> Result<()> {
    let to = site.join(&file.name);
    fs::create_dir_all(to.parent().context("a public file lies in a folder")?)?;
    fs::copy(&file.from, &to)?;
    compress::beside(&to, effort)
}

/// Files of earlier builds.
fn remove_others(site: &Path, files: &[Public]) -> Result<()> {
    let mut wanted = BTreeSet::from([site.join("manifest.json")]);
    for file in files {
        let path = site.join(&file.name);
        wanted.extend([with_suffix(&path, "br"), with_suffix(&path, "gz"), path]);
    }
    for file in house::files_below(site)? {
        if !wanted.contains(&file) {
            fs::remove_file(file)?;
        }
    }
    Ok(())
}
