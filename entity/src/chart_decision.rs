//! What a trust decides about the charts of its reports.

use sea_orm::entity::prelude::*;

/// A target, or a rebasing (a CHECK holds that it is one of the two). Never deleted; withdrawn with who, when and why.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "chart_decision")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// `long-stays` and the like.
    pub chart: String,
    /// The patients whose chart it is: this ward's, specialty's, pathway's and reason's; `None` for all.
    pub ward: Option<String>,
    pub specialty: Option<String>,
    pub site: Option<String>,
    pub local_authority: Option<String>,
    /// `0` to `3`.
    pub pathway: Option<String>,
    /// A code of the national list: `C1`.
    pub delay_reason: Option<String>,
    /// In the unit of the chart; a share from 0 to 1.
    pub target: Option<f64>,
    /// A Monday.
    pub rebased_from: Option<Date>,
    /// Why it was rebased.
    pub reason: Option<String>,
    pub decided_at: DateTimeUtc,
    pub decided_by: String,
    pub withdrawn_at: Option<DateTimeUtc>,
    pub withdrawn_by: Option<String>,
    pub withdrawn_reason: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
