//! Which report, of which days and patients, and how to take it along. A plain form: what is asked for is in the address.

use std::collections::BTreeSet;

use domain::{
    DelayReasonCode, Directory, Pathway,
    delay_reason::REASONS,
    report::{Asked, ReportChoices, ReportName},
};
use leptos::prelude::*;
use leptos_router::params::ParamsMap;
use strum::IntoEnumIterator;

use crate::pages::report_address;

/// The ways to take a report along: its name in an address, and in words.
const FORMATS: [(&str, &str); 3] = [("csv", "CSV"), ("xlsx", "Excel"), ("pdf", "PDF")];

#[component]
pub fn ReportFilter(name: ReportName, asked: Asked, directory: Directory, choices: ReportChoices) -> impl IntoView {
    let inside: ParamsMap = asked.fields().into_iter().collect();
    let mut outside = inside.clone();
    outside.insert("for", "outside".to_owned());
    let wards = directory.wards.iter().map(|ward| (ward.code.to_string(), ward.name.clone())).collect();
    let options = |names: BTreeSet<String>| names.into_iter().map(|name| (name.clone(), name)).collect::<Vec<_>>();
    let [sites, specialties, authorities] = [choices.sites, choices.specialties, choices.local_authorities].map(options);
    // A trust with one hospital, or that does not record councils, is not asked for them.
    let site = (!sites.is_empty()).then(|| {
        view! { <Choice name="site" label="Site" all="All sites" options=sites chosen=asked.site.map(|site| site.name) /> }
    });
    let authority = (!authorities.is_empty()).then(|| {
        view! {
            <Choice
                name="authority"
                label="Local authority"
                all="All local authorities"
                options=authorities
                chosen=asked.local_authority
            />
        }
    });
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
            {site}
            <Choice name="ward" label="Ward" all="All wards" options=wards chosen=asked.ward.map(|ward| ward.to_string()) />
            <Choice name="specialty" label="Specialty" all="All specialties" options=specialties chosen=asked.specialty />
            <Choice
                name="pathway"
                label="Pathway"
                all="All pathways"
                options=pathways.collect()
                chosen=asked.pathway.map(|pathway| pathway.short().to_owned())
            />
            {authority}
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
