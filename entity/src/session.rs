//! A signed-in browser.

use sea_orm::entity::prelude::*;

/// A session; only the hash of its token is kept, so a stolen table opens no door.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "session")]
pub struct Model {
    /// Lower-case hex of the token's hash.
    #[sea_orm(primary_key, auto_increment = false)]
    pub token_hash: String,
    pub account_id: Uuid,
    pub created_at: DateTimeUtc,
    pub last_seen_at: DateTimeUtc,
    /// Locked since; `None` while open.
    pub locked_at: Option<DateTimeUtc>,
    /// Ends then, however busy it is.
    pub expires_at: DateTimeUtc,
    /// What the person recognises the device by.
    pub device: Option<String>,
    #[sea_orm(belongs_to, from = "account_id", to = "id")]
    pub account: BelongsTo<super::account::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
