//! The keys that work on every page, and the sheet that lists them.

mod kept;
mod pressed;

use leptos::{ev, html, prelude::*};

use super::Icon;
use pressed::Pressed;
pub use pressed::is_asked;

/// Keys as they are printed on a keyboard, and what they do. Those that are a character can be turned off.
const KEYS: [(&str, &str); 6] = [
    ("/", "Search patients"),
    ("?", "Show this list"),
    ("Esc", "Close a question and change nothing; fold a panel away"),
    ("Enter", "Open or press what is marked; in a question, save the answer"),
    ("Arrow keys", "Choose among the answers to a question"),
    ("← →", "On a board round: the patient before, the patient after"),
];

/// Hears the keys for as long as the page is shown, and holds the sheet.
#[component]
pub fn Shortcuts() -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    // Speech input and a hand that trembles press keys by accident (WCAG 2.1.4): what was said on this device comes later.
    let are_on = RwSignal::new(true);
    let open = move || {
        if let Some(dialog) = dialog.get_untracked().filter(|dialog| !dialog.open()) {
            drop(dialog.show_modal());
        }
    };
    Effect::new(move || {
        are_on.set(kept::are_on());
        let hearing = window_event_listener(ev::keydown, move |event| {
            let pressed = are_on.get_untracked().then(|| Pressed::read(&event)).flatten();
            match pressed {
                Some(Pressed::Search) => pressed::go_to_search(),
                Some(Pressed::ShowList) => open(),
                None => return,
            }
            event.prevent_default();
        });
        on_cleanup(move || hearing.remove());
    });
    view! {
        <footer class="screen__foot">
            <button class="link-button" type="button" on:click=move |_| open()>
                "Keyboard shortcuts"
            </button>
        </footer>
        <dialog class="sheet" node_ref=dialog aria-labelledby="shortcuts-title">
            <ShortcutList are_on />
        </dialog>
    }
    .into_any()
}

#[component]
fn ShortcutList(are_on: RwSignal<bool>) -> impl IntoView {
    let choose = move |event| {
        are_on.set(event_target_checked(&event));
        kept::keep(are_on.get_untracked());
    };
    view! {
        <form class="sheet__head" method="dialog">
            <h2 class="sheet__patient" id="shortcuts-title">
                "Keyboard shortcuts"
            </h2>
            <button class="sheet__close" aria-label="Close">
                <Icon name="close" />
            </button>
        </form>
        <div class="sheet__body">
            <dl class="shortcuts">
                {KEYS
                    .map(|(key, does)| {
                        view! {
                            <div class="shortcuts__line">
                                <dt>
                                    <kbd class="shortcuts__key">{key}</kbd>
                                </dt>
                                <dd>{does}</dd>
                            </div>
                        }
                    })
                    .into_iter()
                    .collect_view()}
            </dl>
            <label class="radios__option">
                <input type="checkbox" prop:checked=are_on checked=true on:change=choose />
                "Use the keys / and ? on this device"
            </label>
        </div>
    }
}
