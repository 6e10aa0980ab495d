//! Leptos writes a `<textarea>`'s text into the page as it is, so only the one component that escapes it may have one.

use std::{fs, path::Path};

#[test]
fn no_other_textarea_stands_in_a_view() {
    let mut found = Vec::new();
    look_in(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")), &mut found);
    assert_eq!(found, ["note_box.rs"]);
}

fn look_in(folder: &Path, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            look_in(&path, found);
        } else if has_textarea(&path) {
            found.push(entry.file_name().to_string_lossy().into_owned());
        }
    }
}

/// In code, not in a comment.
fn has_textarea(path: &Path) -> bool {
    let text = fs::read_to_string(path).unwrap_or_default();
    text.lines().any(|line| !line.trim_start().starts_with("//") && line.contains("<textarea"))
}
