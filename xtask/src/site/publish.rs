//! The finished files under their public names, which change with their content, and the list of those names.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::json;

use super::compress::{self, kilobytes, with_suffix};
use super::fingerprint::Fingerprint;
use super::seldom::SELDOM;
use super::{Effort, Made};
use crate::{house, say};

/// Fills `target/site`. The manifest comes last, so that a server that starts meanwhile finds only whole sets.
pub fn publish(made: &Made, effort: Effort) -> Result<()> {
    let site = house::site();
    let stamp = effort.workshop().join("site.stamp");
    let program = program(made)?;
    let css = Public::named(&made.css, format!("pkg/homeward.{}.css", Fingerprint::default().file(&made.css)?.short()));
    let files = [program.files.clone(), vec![css.clone()], below(&house::root().join("style/static"), "")?].concat();
    let build = identity(&files)?;
    let manifest = manifest(&build, made, &program, &css)?;
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
        Ok(format!("build {build}, {}", sizes(&site, &files)?))
    })
}

/// A file, and its path below the site.
#[derive(Clone)]
struct Public {
    from: PathBuf,
    name: String,
}

impl Public {
    fn named(from: &Path, name: String) -> Self {
        Self { from: from.to_owned(), name }
    }

    fn address(&self) -> String {
        format!("/{}", self.name)
    }
}

/// The scripts and modules, which name each other: one folder, whose name changes with any of them.
struct Program {
    folder: String,
    files: Vec<Public>,
}

fn program(made: &Made) -> Result<Program> {
    let mut files = Vec::new();
    for file in [&made.js, &made.loader].into_iter().chain(&made.modules) {
        files.push(Public::named(file, file.file_name().context("a file has a name")?.to_string_lossy().into_owned()));
    }
    files.extend(below(&made.snippets, "snippets/")?);
    let folder = format!("pkg/{}", identity(&files)?);
    files.iter_mut().for_each(|file| file.name = format!("{folder}/{}", file.name));
    Ok(Program { folder, files })
}

/// All files of a folder, with `prefix` before their paths in it.
fn below(folder: &Path, prefix: &str) -> Result<Vec<Public>> {
    let named = |file: &PathBuf| Ok(Public::named(file, format!("{prefix}{}", file.strip_prefix(folder)?.display())));
    house::files_below(folder)?.iter().map(named).collect()
}

/// Names a whole set: its files belong together.
fn identity(files: &[Public]) -> Result<String> {
    let mut fingerprint = Fingerprint::default();
    for file in files {
        fingerprint = fingerprint.bytes(file.name.as_bytes()).file(&file.from)?;
    }
    Ok(fingerprint.short())
}

/// Where a page's files are: those of every page first, then those of each part.
fn manifest(build: &str, made: &Made, program: &Program, css: &Public) -> Result<String> {
    let index: BTreeMap<String, Vec<String>> = serde_json::from_str(&fs::read_to_string(&made.index)?)?;
    let address = |file: &str| format!("/{}/{file}.wasm", program.folder);
    let mut parts: BTreeMap<_, Vec<_>> =
        index.iter().map(|(part, files)| (part, files.iter().map(|file| address(file)).collect())).collect();
    let is_seldom = |module: &PathBuf| module.file_stem() == Some(OsStr::new(SELDOM));
    if made.modules.iter().any(is_seldom) {
        // The list is made on boards: all other pages may call any of it at once.
        parts.values_mut().for_each(|files| files.push(address(SELDOM)));
    }
    let [js, loader, wasm, ..] = &program.files[..] else {
        bail!("the program has two scripts and a module");
    };
    let [css, js, loader, wasm] = [css, js, loader, wasm].map(Public::address);
    let manifest = json!({ "build": build, "css": css, "js": js, "loader": loader, "wasm": wasm, "parts": parts });
    Ok(format!("{manifest:#}\n"))
}

/// How large each module is.
fn sizes(site: &Path, files: &[Public]) -> Result<String> {
    let mut said = Vec::new();
    for path in files.iter().map(|file| Path::new(&file.name)).filter(|path| path.extension() == Some(OsStr::new("wasm"))) {
        let packed = fs::metadata(with_suffix(&site.join(path), "br"))?.len();
        said.push(format!("{} {}", path.file_stem().unwrap_or_default().display(), kilobytes(packed)));
    }
    Ok(format!("{} in Brotli", said.join(", ")))
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
