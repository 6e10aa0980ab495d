//! By which rules a census is counted, besides the log: kept with it, so that it can be counted again alike.

use std::collections::BTreeMap;

use domain::{Ward, WardCode, delay_reason::LIST_VERSION, report::ExclusionRules};
use entity::{census_rules, ward};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait, sea_query::OnConflict};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::{
    error::Fault,
    log,
    rows::{from_json, parse, to_json},
};

/// What can be set in a hospital and changes a census row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct CensusRules {
    pub exclusions: ExclusionRules,
    /// The usual specialty of each ward that has one.
    specialties: BTreeMap<WardCode, String>,
    /// The edition of the national list of delay reasons.
    delay_reasons: String,
}

impl CensusRules {
    /// The rules as they stand now.
    pub(super) async fn current(db: &impl ConnectionTrait) -> Result<Self, Fault> {
        let (exclusions, specialties) = (ExclusionRules::situation_report(), usual_specialties(db).await?);
        Ok(Self { exclusions, specialties, delay_reasons: LIST_VERSION.to_owned() })
    }

    /// The rules of an edition. [`Fault::Unreadable`] where there is no such edition.
    pub(super) async fn of_edition(db: &impl ConnectionTrait, edition: &str) -> Result<Self, Fault> {
        let row = census_rules::Entity::find_by_id(edition).one(db).await?;
        let row = row.ok_or(Fault::Unreadable("an edition of the census rules"))?;
        from_json(&row.rules, "the rules of a census")
    }

    /// Writes the rules down, unless they are already, and gives their edition.
    pub(super) async fn keep(&self, db: &impl ConnectionTrait) -> Result<String, Fault> {
        let rules = to_json(self)?;
        let edition = log::hex(&Sha256::digest(rules.as_bytes()));
        let row = census_rules::ActiveModel { edition: Set(edition.clone()), rules: Set(rules) };
        let once = OnConflict::column(census_rules::Column::Edition).do_nothing().to_owned();
        census_rules::Entity::insert(row).on_conflict(once).exec_without_returning(db).await?;
        Ok(edition)
    }

    /// What a census needs to know of a ward.
    pub(super) fn ward(&self, code: &WardCode) -> Ward {
        let specialty = self.specialties.get(code).cloned();
        Ward { code: code.clone(), name: code.to_string(), specialty, site: None, beds: Vec::new() }
    }
}

/// Of each ward that has one, those that are no longer in use included.
pub(crate) async fn usual_specialties(db: &impl ConnectionTrait) -> Result<BTreeMap<WardCode, String>, Fault> {
    let wards = ward::Entity::find().all(db).await?;
    let with_specialty = wards.into_iter().filter_map(|ward| Some((ward.code, ward.specialty?)));
    with_specialty.map(|(code, specialty)| Ok((parse(&code, "a ward code")?, specialty))).collect()
}
