//! What the README promises of the code itself: which way dependencies point, where things may be written, what is never
//! deleted.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("a workspace").to_owned()
}

/// The crates that a manifest names between `[dependencies]` and the next heading.
fn dependencies(manifest: &str) -> BTreeSet<String> {
    let text = fs::read_to_string(root().join(manifest)).expect(manifest);
    let lines = text.lines().skip_while(|line| *line != "[dependencies]").skip(1).take_while(|line| !line.starts_with('['));
    lines
        .filter_map(|line| line.split([' ', '.', '=']).next())
        .filter(|name| !name.is_empty() && !name.starts_with('#'))
        .map(str::to_owned)
        .collect()
}

fn sources(folder: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let name = path.strip_prefix(root()).expect("below the root").display().to_string();
                found.push((name, fs::read_to_string(&path).expect("text")));
            }
        }
    }
    assert!(!found.is_empty(), "{folder} has no sources");
    found
}

fn that_contain(folder: &str, words: &[&str]) -> BTreeSet<String> {
    let contains = |text: &String| words.iter().any(|word| text.contains(word));
    sources(folder).into_iter().filter(|(_, text)| contains(text)).map(|(name, _)| name).collect()
}

fn set(names: &[&str]) -> BTreeSet<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

/// Invariant 1.
#[test]
fn the_domain_knows_no_clock_no_database_and_no_network() {
    assert_eq!(dependencies("domain/Cargo.toml"), set(&["chrono", "serde", "serde_tuple", "strum", "thiserror", "uuid"]));
    assert_eq!(
        that_contain("domain/src", &["Utc::now", "Uuid::now_v7", "SystemTime", "Instant::now", "std::fs", "std::net"]),
        set(&[])
    );
}

/// Invariants 2, 6 and 9: the database's crates are out of reach of doors and screens.
#[test]
fn only_the_service_reaches_the_database() {
    for manifest in ["app/Cargo.toml", "server/Cargo.toml", "server/interop/Cargo.toml", "domain/Cargo.toml"] {
        for reaching in ["sea-orm", "sqlx", "entity"] {
            assert!(!dependencies(manifest).contains(reaching), "{manifest} depends on {reaching}");
        }
    }
}

/// Invariant 2: what is published comes from the writer, after its commit, or from the log.
#[test]
fn publishing_comes_after_the_commit() {
    let writer = fs::read_to_string(root().join("server/service/src/writer.rs")).expect("the writer");
    let commit = writer.find("transaction.commit()").expect("a commit");
    let publish = writer.find("feed.committed(").expect("a publication");
    assert!(commit < publish);
    assert_eq!(that_contain("server/service/src", &["feed.committed("]), set(&["server/service/src/writer.rs"]));
}

/// Invariant 5: sessions and roles are no record of care, a task's links are replaced as a whole, and a review that was withdrawn
/// leaves the history; the log keeps them.
#[test]
fn nothing_that_is_a_record_of_care_is_deleted() {
    let deleting = ["delete_many", "delete_by_id", ".delete(", "DELETE FROM", "truncate_table"];
    let allowed = ["server/service/src/accounts.rs", "server/service/src/rows/save.rs", "server/service/src/sessions.rs"];
    assert_eq!(that_contain("server/service/src", &deleting), set(&allowed));
}

/// Invariant 6: a door is context, one call, map the error.
#[test]
fn a_server_function_is_short() {
    for (name, text) in sources("app/src/api") {
        for function in text.split("#[server").skip(1) {
            let body = function.split_once("{\n").map_or("", |(_, rest)| rest);
            let lines = body.lines().take_while(|line| *line != "}").count();
            assert!(lines <= 8, "a server function in {name} has {lines} lines");
        }
    }
}

/// Server rendering does not escape what stands in a `<textarea>`, so there is one place that has one.
#[test]
fn there_is_one_textarea() {
    assert_eq!(that_contain("app/src", &["<textarea"]), set(&["app/src/components/note_box.rs"]));
}
