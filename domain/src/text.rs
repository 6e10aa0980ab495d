//! Words that people type: trimmed, bounded, never silently cut.

use crate::Refusal;

/// Longest title of a task, in characters.
pub const TITLE: usize = 120;
/// Longest reason or "waiting on", in characters.
pub const REASON: usize = 300;
/// Longest note, in characters.
pub const NOTE: usize = 4_000;
/// Longest name of a consultant, specialty, bay or bed, in characters.
pub const LABEL: usize = 80;

/// The text without the white space around it; refused where it is empty or longer than `limit` characters.
///
/// `what` names the text to the person who typed it: "the reason", "the note".
pub fn required(text: &str, what: &str, limit: usize) -> Result<String, Refusal> {
    optional(text, what, limit)?.ok_or_else(|| Refusal::TextMissing { what: what.to_owned() })
}

/// Like [`required`], with `None` for a text that is empty.
pub fn optional(text: &str, what: &str, limit: usize) -> Result<Option<String>, Refusal> {
    let hidden = |c: char| c.is_control() && c != '\n' && c != '\t';
    // White space behind a hidden character is at the edge too.
    let text: String = text.chars().filter(|c| !hidden(*c)).collect();
    let text = text.trim();
    let length = text.chars().count();
    if length > limit {
        return Err(Refusal::TextTooLong { what: what.to_owned(), limit, length });
    }
    Ok((!text.is_empty()).then(|| text.to_owned()))
}
