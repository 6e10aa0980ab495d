//! How a person has arranged the board for themselves: kept with their account, so that it is the same on every tablet.

use domain::{Actor, BoardLayout, Problem};
use entity::account;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect, sea_query::Expr};

use crate::{
    Hospital,
    error::OrProblem,
    rows::{from_json, to_json},
};

impl Hospital {
    /// One's own, or as the board comes.
    pub async fn board_layout(&self, actor: &Actor) -> Result<BoardLayout, Problem> {
        let kept = account::Entity::find_by_id(actor.id.0).select_only().column(account::Column::BoardLayout);
        let kept: Option<Option<String>> = kept.into_tuple().one(self.reader()).await.or_problem()?;
        kept.flatten().map_or_else(|| Ok(BoardLayout::default()), |json| from_json(&json, "how a board is arranged")).or_problem()
    }

    /// Arranges one's own board. It changes nothing for anybody else.
    pub async fn arrange_board(&self, actor: &Actor, layout: &BoardLayout) -> Result<(), Problem> {
        let json = to_json(layout).or_problem()?;
        let own = account::Entity::update_many().filter(account::Column::Id.eq(actor.id.0));
        own.col_expr(account::Column::BoardLayout, Expr::value(json)).exec(self.writing()).await.or_problem()?;
        Ok(())
    }
}
