//! A patient's stay, from admission to discharge: what the board shows.

use sea_orm::entity::prelude::*;

/// One hospital provider spell, as the log of its events has left it.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "stay")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub patient_id: Uuid,
    pub ward: String,
    pub bay: Option<String>,
    /// Not unique in the ward: the records may hold two patients in one bed for a moment.
    pub bed: Option<String>,
    pub admitted_at: DateTimeUtc,
    pub consultant: Option<String>,
    pub specialty: Option<String>,
    /// The council that answers for the patient's social care.
    pub local_authority: Option<String>,
    pub expected_discharge: Option<Date>,
    /// What the admission was meant to be: `ordinary`, `day_case`, `regular_day`, `regular_night` or `mother_and_baby`.
    pub classification: Option<String>,
    /// `elective`, `emergency`, `maternity`, `birth` or `transfer`.
    pub admission_method: Option<String>,
    /// Discharge pathway `0` to `3`: first thought.
    pub pathway_proposed: Option<String>,
    /// Discharge pathway `0` to `3`: agreed with the patient and the teams.
    pub pathway_agreed: Option<String>,
    /// Discharge pathway `0` to `3`: how the patient did leave.
    pub pathway_actual: Option<String>,
    /// In the patient's own words.
    pub what_matters: Option<String>,
    /// JSON: the patient's question ⇒ the ward's answer.
    pub answers: String,
    /// Criteria to reside by the latest review: `met`, `not met` or `not reviewed`.
    pub criteria: String,
    /// First day of the current period of not meeting the criteria; derived from the reviews.
    pub ready_since: Option<Date>,
    /// When the criteria were last reviewed.
    pub reviewed_at: Option<DateTimeUtc>,
    /// JSON: the review that was made last, and the tasks that it took up; `None` where it was withdrawn.
    pub latest_review: Option<String>,
    /// `None` while the patient is here.
    pub discharged_at: Option<DateTimeUtc>,
    pub destination: Option<String>,
    /// Recorded by mistake, as was found then.
    pub voided_at: Option<DateTimeUtc>,
    pub void_reason: Option<String>,
    /// JSON: field ⇒ the position in this stay's log of its latest change.
    pub field_versions: String,
    /// How many entries this stay has in the log; every update compares and swaps it.
    pub version: i64,
    /// The hash of this stay's latest entry in the log.
    pub last_hash: String,
    #[sea_orm(belongs_to, from = "patient_id", to = "id")]
    pub patient: BelongsTo<super::patient::Entity>,
    #[sea_orm(has_many)]
    pub tasks: HasMany<super::task::Entity>,
    #[sea_orm(has_many)]
    pub dependencies: HasMany<super::task_dependency::Entity>,
    #[sea_orm(has_many)]
    pub reviews: HasMany<super::residence_review::Entity>,
    #[sea_orm(has_many)]
    pub delays: HasMany<super::delay_reason::Entity>,
    #[sea_orm(has_many)]
    pub days: HasMany<super::red_green_day::Entity>,
    #[sea_orm(has_many)]
    pub notes: HasMany<super::note::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
