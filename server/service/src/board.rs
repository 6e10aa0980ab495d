//! Boards: wards as they are now, answered from the book.

use domain::{
    Actor, HospitalBoard, Problem, Stay, StayId, WardBoard, WardCode,
    board::BoardRow,
    permission::{self, Scope, View},
};

use crate::Hospital;

impl Hospital {
    /// One ward, for those who work on it.
    pub async fn ward_board(&self, actor: &Actor, ward: &WardCode) -> Result<WardBoard, Problem> {
        self.ward_as(&permission::scope(actor), ward).await
    }

    /// One ward as a screen on its wall shows it: without names, whoever has put it there.
    pub async fn ward_on_wall(&self, actor: &Actor, ward: &WardCode) -> Result<WardBoard, Problem> {
        self.ward_as(&permission::scope(actor).on_wall(), ward).await
    }

    async fn ward_as(&self, scope: &Scope, ward: &WardCode) -> Result<WardBoard, Problem> {
        if !scope.covers_ward(ward) {
            return Err(Problem::NotAllowed);
        }
        self.ward_rows(scope, ward, BoardRow::in_view).await
    }

    async fn ward_rows(
        &self,
        scope: &Scope,
        ward: &WardCode,
        row: fn(&Stay, &View) -> Option<BoardRow>,
    ) -> Result<WardBoard, Problem> {
        let wards = self.all_wards().await?;
        let ward = wards.iter().find(|known| known.code == *ward).ok_or(Problem::NotFound)?.clone();
        let now = self.now();
        let page = self.0.feed.book().read();
        let rows = page.on_ward(&ward.code).filter_map(|stay| row(stay, &scope.view(stay))).collect();
        Ok(WardBoard { rows, sequence: page.sequence, now, ward })
    }

    /// One ward as its board round goes through it: for those who see all of its patients.
    pub async fn ward_round(&self, actor: &Actor, ward: &WardCode) -> Result<WardBoard, Problem> {
        let scope = permission::scope(actor);
        if !scope.sees_whole_ward(ward) {
            return Err(Problem::NotAllowed);
        }
        self.ward_rows(&scope, ward, |stay, view| view.of(stay).map(BoardRow::for_round)).await
    }

    /// Several wards, or all that the actor sees where none is named.
    pub async fn boards(&self, actor: &Actor, wards: &[WardCode]) -> Result<Vec<WardBoard>, Problem> {
        let scope = permission::scope(actor);
        if scope == Scope::Nobody || wards.iter().any(|ward| !scope.covers_ward(ward)) {
            return Err(Problem::NotAllowed);
        }
        let all = self.all_wards().await?;
        let mut boards = Vec::new();
        for ward in all.iter().filter(|ward| wards.contains(&ward.code) || (wards.is_empty() && scope.covers_ward(&ward.code))) {
            boards.push(self.ward_board(actor, &ward.code).await?);
        }
        if boards.len() < wards.len() { Err(Problem::NotFound) } else { Ok(boards) }
    }

    /// All patients that the actor sees, whatever the ward.
    pub async fn hospital_board(&self, actor: &Actor) -> Result<HospitalBoard, Problem> {
        let scope = permission::scope(actor);
        if scope.sees_patients() { self.hospital_as(&scope).await } else { Err(Problem::NotAllowed) }
    }

    /// All wards as a screen on a wall shows them.
    pub async fn hospital_on_wall(&self, actor: &Actor) -> Result<HospitalBoard, Problem> {
        match permission::scope(actor).on_wall() {
            Scope::Nobody => Err(Problem::NotAllowed),
            scope => self.hospital_as(&scope).await,
        }
    }

    async fn hospital_as(&self, scope: &Scope) -> Result<HospitalBoard, Problem> {
        let wards = self.all_wards().await?;
        let wards = wards.iter().filter(|ward| scope.sees_every_bed(&ward.code)).cloned().collect();
        let page = self.0.feed.book().read();
        let rows = page.stays.values().filter_map(|stay| BoardRow::in_view(stay, &scope.view(stay))).collect();
        Ok(HospitalBoard { wards, rows, sequence: page.sequence, now: self.now() })
    }

    /// One row, for a screen that missed something.
    #[expect(clippy::unused_async, reason = "use cases are awaited alike, wherever they find their answer")]
    pub async fn board_row(&self, actor: &Actor, stay: StayId) -> Result<BoardRow, Problem> {
        let stay = self.0.feed.book().stay(stay).ok_or(Problem::NotFound)?;
        BoardRow::in_view(&stay, &permission::scope(actor).view(&stay)).ok_or(Problem::NotAllowed)
    }
}
