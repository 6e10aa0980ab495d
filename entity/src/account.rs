//! A person who signs in. (`user` is a reserved word in `PostgreSQL`.)

use sea_orm::entity::prelude::*;

/// Someone who may sign in while `active`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "account")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Lower case, so that there is one of each.
    #[sea_orm(unique)]
    pub username: String,
    /// As the timeline names them: "Amara Obi".
    pub name: String,
    /// A PHC string (`$argon2id$…`).
    pub password_hash: String,
    pub active: bool,
    pub created_at: DateTimeUtc,
    pub password_changed_at: DateTimeUtc,
    /// JSON of how they have arranged the board; `None` for as it comes.
    pub board_layout: Option<String>,
    #[sea_orm(has_many)]
    pub roles: HasMany<super::account_role::Entity>,
    #[sea_orm(has_many)]
    pub sessions: HasMany<super::session::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
