//! The buttons and fields of the sheet, big enough for a finger.

use leptos::prelude::*;

use super::super::Icon;

#[component]
pub fn Choice(
    #[prop(into)] words: String,
    #[prop(optional, into)] hint: String,
    #[prop(optional)] icon: Option<&'static str>,
    #[prop(optional)] is_first: bool,
    /// Of an answer among others: whether it is the one that holds now.
    #[prop(optional, into)]
    is_current: Option<Signal<bool>>,
    on_choose: impl Fn() + 'static,
) -> impl IntoView {
    let class = if is_first { "choice choice--first" } else { "choice" };
    let pressed = move || is_current.map(|is_current| is_current.get().to_string());
    view! {
        <button class=class type="button" aria-pressed=pressed on:click=move |_| on_choose()>
            {icon.map(|name| view! { <Icon name /> })}
            <span class="choice__words">{words} {(!hint.is_empty()).then(|| view! { <span class="choice__hint">{hint}</span> })}</span>
            {is_current.map(|_| view! { <CurrentTick /> })}
        </button>
    }
}

/// Seen only in an answer that is pressed.
#[component]
pub fn CurrentTick() -> impl IntoView {
    view! {
        <span class="current-tick">
            <Icon name="done" />
        </span>
    }
}

/// Takes a value away, which is seldom meant: apart from the answers, and less than they are.
#[component]
pub fn ClearButton(words: &'static str, on_clear: impl Fn() + 'static) -> impl IntoView {
    view! {
        <button class="link-button sheet__clear" type="button" on:click=move |_| on_clear()>
            {words}
        </button>
    }
}

#[component]
pub fn TextField(
    id: &'static str,
    label: &'static str,
    value: RwSignal<String>,
    #[prop(default = "text")] kind: &'static str,
    #[prop(optional)] hint: &'static str,
) -> impl IntoView {
    let hint_id = (!hint.is_empty()).then(|| format!("{id}-hint"));
    view! {
        <div class="nhsuk-form-group field">
            <label class="nhsuk-label" for=id>
                {label}
            </label>
            {hint_id.clone().map(|id| view! { <div class="nhsuk-hint" id=id>{hint}</div> })}
            <input
                class="nhsuk-input"
                id=id
                name=id
                type=kind
                autocomplete="off"
                aria-describedby=hint_id
                prop:value=move || value.get()
                on:input=move |event| value.set(event_target_value(&event))
            />
        </div>
    }
}

/// One of a few: a group of radio buttons.
#[component]
pub fn Radios(
    name: &'static str,
    legend: &'static str,
    options: Vec<(String, String)>,
    chosen: RwSignal<String>,
) -> impl IntoView {
    view! {
        <fieldset class="nhsuk-fieldset radios">
            <legend class="nhsuk-fieldset__legend">{legend}</legend>
            {options
                .into_iter()
                .map(|(value, words)| {
                    let this = value.clone();
                    view! {
                        <label class="radios__option">
                            <input
                                type="radio"
                                name=name
                                value=value.clone()
                                prop:checked=move || chosen.with(|chosen| *chosen == this)
                                on:change=move |_| chosen.set(value.clone())
                            />
                            <span>{words}</span>
                        </label>
                    }
                })
                .collect_view()}
        </fieldset>
    }
}

/// One of many.
#[component]
pub fn SelectField(
    id: &'static str,
    label: &'static str,
    options: Vec<(String, String)>,
    chosen: RwSignal<String>,
) -> impl IntoView {
    view! {
        <div class="nhsuk-form-group field">
            <label class="nhsuk-label" for=id>
                {label}
            </label>
            <select class="nhsuk-select" id=id name=id on:change=move |event| chosen.set(event_target_value(&event))>
                {options
                    .into_iter()
                    .map(|(value, words)| {
                        let is_chosen = chosen.with_untracked(|chosen| *chosen == value);
                        view! {
                            <option value=value selected=is_chosen>
                                {words}
                            </option>
                        }
                    })
                    .collect_view()}
            </select>
        </div>
    }
}

#[component]
pub fn SaveButton(#[prop(into)] words: Signal<String>, on_save: impl Fn() + 'static) -> impl IntoView {
    // What is saved closes the sheet, and its form with it: there is nothing left to submit.
    let on_click = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        on_save();
    };
    view! {
        <button class="nhsuk-button sheet__save" type="submit" on:click=on_click>
            {words}
        </button>
    }
}
