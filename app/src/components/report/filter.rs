//! Which report, of which days and patients, and how to take it along. A plain form: what is asked for is in the address.

use domain::{
    DelayReasonCode, Directory, Pathway,
    delay_reason::REASONS,
    report::{Asked, ReportName},
};
use leptos::prelude::*;
use leptos_router::params::ParamsMap;
use strum::IntoEnumIterator;

use crate::pages::report_address;

/// The ways to take a report along: its name in an address, and in words.
const FORMATS: [(&str, &str); 3] = [("csv", "CSV"), ("xlsx", "Excel"), ("pdf", "PDF")];

#[component]
pub fn ReportFilter(name: ReportName, asked: Asked, directory: Directory, specialties: Vec<String>) -> impl IntoView {
    let inside: ParamsMap = asked.fields().into_iter().collect();
    let mut outside = inside.clone();
    outside.insert("for", "outside".to_owned());
    let wards = directory.wards.iter().map(|ward| (ward.code.to_string(), ward.name.clone())).collect();
    let specialties = specialties.into_iter().map(|specialty| (specialty.clone(), specialty)).collect();
    let pathways =
        Pathway::iter().map(|pathway| (pathway.short().to_owned(), format!("{} {}", pathway.short(), pathway.meaning())));
    let reasons = REASONS.iter().map(|reason| (reason.code.to_string(), format!("{} {}", reason.code, reason.short)));
    view! {
        <form class="report-filter" method="get" action=report_address(name)>
            {name
                .has_period()
                .then(|| {
                    view! {
                        <DayField name="from" label="From" value=asked.from.to_string() />
                        <DayField name="to" label="To" value=asked.to.to_string() />
                    }
                })}
            <Choice name="ward" label="Ward" all="All wards" options=wards chosen=asked.ward.map(|ward| ward.to_string()) />
            <Choice name="specialty" label="Specialty" all="All specialties" options=specialties chosen=asked.specialty />
            <Choice
                name="pathway"
                label="Pathway"
                all="All pathways"
                options=pathways.collect()
                chosen=asked.pathway.map(|pathway| pathway.short().to_owned())
            />
            <Choice
                name="reason"
                label="Reason of delay"
                all="All reasons"
                options=reasons.collect()
                chosen=asked.reason.as_ref().map(DelayReasonCode::to_string)
            />
            <button class="nhsuk-button report-filter__count" type="submit">
                "Count"
            </button>
        </form>
        <p class="report-take">
            "Take it along: " {links(name, &inside)} "For outside the trust, without names and small numbers: "
            {links(name, &outside)}
        </p>
    }
}

fn links(name: ReportName, fields: &ParamsMap) -> impl IntoView + use<> {
    let query = fields.to_query_string();
    let link = |(format, words)| {
        view! {
            <a href=format!("{}.{format}{query}", report_address(name)) download="">
                {words}
            </a>
        }
    };
    FORMATS.map(link).into_iter().collect_view()
}

#[component]
pub fn DayField(name: &'static str, label: &'static str, value: String) -> impl IntoView {
    view! {
        <div class="report-filter__field">
            <label class="nhsuk-label" for=name>
                {label}
            </label>
            <input class="nhsuk-input" id=name name=name type="date" value=value />
        </div>
    }
}

#[component]
fn Choice(
    name: &'static str,
    label: &'static str,
    all: &'static str,
    options: Vec<(String, String)>,
    chosen: Option<String>,
) -> impl IntoView {
    view! {
        <div class="report-filter__field">
            <label class="nhsuk-label" for=name>
                {label}
            </label>
            <select class="nhsuk-select" id=name name=name>
                <option value="">{all}</option>
                {options
                    .into_iter()
                    .map(|(value, words)| {
                        let is_chosen = chosen.as_ref() == Some(&value);
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
