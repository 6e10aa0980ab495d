//! The one place where longer text is typed.
//!
//! Leptos writes the text of a `<textarea>` into the page as it is, so a note that ends the element would run as markup for
//! whoever opens it. Here it is escaped; a test looks that no other `<textarea` stands anywhere.

use leptos::prelude::*;

#[component]
pub fn NoteBox(
    #[prop(into)] id: String,
    /// What a plain form calls it.
    #[prop(optional)]
    name: &'static str,
    #[prop(into)] label: String,
    #[prop(optional, into)] hint: String,
    #[prop(optional, into)] text: String,
    /// Follows what is typed; a plain form needs none.
    #[prop(optional)]
    typed: Option<RwSignal<String>>,
) -> impl IntoView {
    let hint_id = format!("{id}-hint");
    let described_by = (!hint.is_empty()).then(|| hint_id.clone());
    let on_input = move |event| {
        if let Some(typed) = typed {
            typed.set(event_target_value(&event));
        }
    };
    view! {
        <div class="nhsuk-form-group">
            <label class="nhsuk-label" for=id.clone()>{label}</label>
            {described_by.clone().map(|hint_id| view! { <div class="nhsuk-hint" id=hint_id>{hint}</div> })}
            <textarea
                class="nhsuk-textarea note-box"
                id=id
                name=name
                rows="4"
                aria-describedby=described_by
                on:input=on_input
                inner_html=escape(&text)
            ></textarea>
        </div>
    }
}

/// A first line break is dropped by browsers, so one is put before it.
fn escape(text: &str) -> String {
    let escaped = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    if escaped.starts_with('\n') { format!("\n{escaped}") } else { escaped }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_cannot_end_its_box() {
        assert_eq!(escape("</textarea><script>alert(1)</script>"), "&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt;");
        assert_eq!(escape("Q&A"), "Q&amp;A");
    }

    #[test]
    #[cfg(feature = "ssr")]
    fn a_note_is_escaped_in_the_servers_page() {
        let page = Owner::new().with(|| {
            let text = "</textarea><script>alert(1)</script>";
            view! { <NoteBox id="note" label="Note" text /> }.to_html()
        });
        assert!(page.contains("&lt;/textarea&gt;&lt;script&gt;") && !page.contains("<script>"), "{page}");
    }
}
