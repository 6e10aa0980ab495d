//! Reviews and signatures in the database: written once, read by week.

use std::collections::HashMap;

use domain::{
    Actor, StayId,
    long_stay_review::{ReviewWeek, SignOff, StayReview},
};
use entity::{long_stay_review, long_stay_sign_off};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, sea_query::OnConflict};

use crate::{
    error::Fault,
    rows::{from_json, integer, number, to_json},
};

/// The latest version of each stay's review in a week.
pub(super) async fn of_week(db: &impl ConnectionTrait, week: ReviewWeek) -> Result<HashMap<StayId, StayReview>, Fault> {
    let rows = long_stay_review::Entity::find().filter(long_stay_review::Column::Week.eq(week.monday()));
    let rows = rows.order_by_asc(long_stay_review::Column::Version).all(db).await?;
    rows.into_iter().map(|row| review_from(row).map(|review| (review.stay, review))).collect()
}

/// Every version of a stay's review in a week, the first one first.
pub(super) async fn of_stay(db: &impl ConnectionTrait, stay: StayId, week: ReviewWeek) -> Result<Vec<StayReview>, Fault> {
    let rows = long_stay_review::Entity::find().filter(long_stay_review::Column::StayId.eq(stay.0));
    let rows = rows.filter(long_stay_review::Column::Week.eq(week.monday()));
    let rows = rows.order_by_asc(long_stay_review::Column::Version).all(db).await?;
    rows.into_iter().map(review_from).collect()
}

/// The latest review of a stay before a week.
pub(super) async fn earlier(db: &impl ConnectionTrait, stay: StayId, week: ReviewWeek) -> Result<Option<StayReview>, Fault> {
    let row = long_stay_review::Entity::find().filter(long_stay_review::Column::StayId.eq(stay.0));
    let row = row.filter(long_stay_review::Column::Week.lt(week.monday()));
    let row = row.order_by_desc(long_stay_review::Column::Week).order_by_desc(long_stay_review::Column::Version);
    row.one(db).await?.map(review_from).transpose()
}

/// One version of a stay's review.
pub(super) async fn version(
    db: &impl ConnectionTrait,
    stay: StayId,
    week: ReviewWeek,
    version: u32,
) -> Result<Option<StayReview>, Fault> {
    let row = long_stay_review::Entity::find_by_id((stay.0, week.monday(), integer(version)?));
    row.one(db).await?.map(review_from).transpose()
}

/// Writes a version. False where it is there already: then nothing was written.
pub(super) async fn write(db: &impl ConnectionTrait, actor: &Actor, review: &StayReview) -> Result<bool, Fault> {
    use long_stay_review::Column;
    let row = long_stay_review::ActiveModel {
        stay_id: Set(review.stay.0),
        week: Set(review.week.monday()),
        version: Set(integer(review.version)?),
        agreed: Set(to_json(&review.agreed)?),
        standing: Set(to_json(&review.standing)?),
        written_by_id: Set(actor.id.0),
        written_by: Set(review.by.clone()),
        written_at: Set(review.at),
    };
    let once = OnConflict::columns([Column::StayId, Column::Week, Column::Version]).do_nothing().to_owned();
    Ok(long_stay_review::Entity::insert(row).on_conflict(once).exec_without_returning(db).await? == 1)
}

/// The signatures under a week, the first one first.
pub(super) async fn sign_offs(db: &impl ConnectionTrait, week: ReviewWeek) -> Result<Vec<SignOff>, Fault> {
    let rows = long_stay_sign_off::Entity::find().filter(long_stay_sign_off::Column::Week.eq(week.monday()));
    let rows = rows.order_by_asc(long_stay_sign_off::Column::Number).all(db).await?;
    rows.into_iter().map(sign_off_from).collect()
}

/// Writes a signature. False where that number is there already: then nothing was written.
pub(super) async fn write_sign_off(
    db: &impl ConnectionTrait,
    actor: &Actor,
    week: ReviewWeek,
    signed: &SignOff,
) -> Result<bool, Fault> {
    use long_stay_sign_off::Column;
    let row = long_stay_sign_off::ActiveModel {
        week: Set(week.monday()),
        number: Set(integer(signed.number)?),
        reviewed: Set(integer(signed.reviewed)?),
        patients: Set(integer(signed.patients)?),
        present: Set(signed.present.clone()),
        signed_by_id: Set(actor.id.0),
        signed_by: Set(signed.by.clone()),
        signed_at: Set(signed.at),
    };
    let once = OnConflict::columns([Column::Week, Column::Number]).do_nothing().to_owned();
    Ok(long_stay_sign_off::Entity::insert(row).on_conflict(once).exec_without_returning(db).await? == 1)
}

fn review_from(row: long_stay_review::Model) -> Result<StayReview, Fault> {
    Ok(StayReview {
        stay: StayId(row.stay_id),
        week: ReviewWeek::of(row.week),
        version: number(row.version)?,
        agreed: from_json(&row.agreed, "what was agreed of a stay")?,
        standing: from_json(&row.standing, "how a stay stood")?,
        by: row.written_by,
        at: row.written_at,
    })
}

fn sign_off_from(row: long_stay_sign_off::Model) -> Result<SignOff, Fault> {
    Ok(SignOff {
        number: number(row.number)?,
        reviewed: number(row.reviewed)?,
        patients: number(row.patients)?,
        present: row.present,
        by: row.signed_by,
        at: row.signed_at,
    })
}
