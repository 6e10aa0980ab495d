//! The hospital's own lists: wards and beds, teams, kinds of task, colleagues.

use std::sync::{Arc, Mutex, PoisonError};

use domain::{
    AccountId, Actor, Bed, Directory, EscalationTimes, KindCode, Problem, TaskKind, Team, Ward, WardCode,
    hospital::{Colleague, WardName},
    permission::Deed,
};
use entity::{account, account_role, bed, task_kind, team, ward};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::OnConflict,
};

use crate::{
    Hospital,
    allowed::require,
    audit::{self, AdminEvent, By},
    error::{Fault, OrProblem},
    rows::{from_json, parse, to_json},
};

/// The directory and the wards as they were last read. Every page needs them and they hardly change.
#[derive(Default)]
pub(crate) struct DirectoryCache(Mutex<Option<Lists>>);

#[derive(Clone)]
struct Lists {
    directory: Arc<Directory>,
    wards: Arc<Vec<Ward>>,
    read_at: std::time::Instant,
}

/// Another server may have changed the lists: they are read again after this.
const BELIEVED: std::time::Duration = std::time::Duration::from_secs(10);

impl DirectoryCache {
    pub(crate) fn forget(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

impl Hospital {
    /// The names behind codes. Everybody who is signed in may read them.
    pub async fn directory(&self, _actor: &Actor) -> Result<Directory, Problem> {
        let escalation = self.0.settings.escalation;
        Ok(Directory { escalation, ..Directory::clone(&self.lists().await?.directory) })
    }

    /// All wards in use, with their beds: for administrators to edit.
    pub async fn wards(&self, actor: &Actor) -> Result<Vec<Ward>, Problem> {
        require(actor, Deed::ManageHospital)?;
        Ok(Vec::clone(&self.lists().await?.wards))
    }

    pub(crate) async fn all_wards(&self) -> Result<Arc<Vec<Ward>>, Problem> {
        Ok(self.lists().await?.wards)
    }

    pub(crate) async fn names(&self) -> Result<Arc<Directory>, Problem> {
        Ok(self.lists().await?.directory)
    }

    async fn lists(&self) -> Result<Lists, Problem> {
        let cache = &self.0.directory.0;
        let known = cache.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some(lists) = known.filter(|lists| lists.read_at.elapsed() < BELIEVED) {
            return Ok(lists);
        }
        let lists = read(self.reader()).await.or_problem()?;
        *cache.lock().unwrap_or_else(PoisonError::into_inner) = Some(lists.clone());
        Ok(lists)
    }

    /// Adds a ward, or changes one: its name, its specialty, its beds in their order. A bed that is left out is closed.
    pub async fn save_ward(&self, actor: &Actor, ward: Ward) -> Result<(), Problem> {
        require(actor, Deed::ManageHospital)?;
        check_words(&ward.name, "A ward's name")?;
        let transaction = self.begin().await.or_problem()?;
        write_ward(&transaction, &ward).await.or_problem()?;
        self.saved(transaction, actor, AdminEvent::WardSaved { ward: ward.code.to_string() }).await
    }

    pub async fn save_team(&self, actor: &Actor, team: Team) -> Result<(), Problem> {
        require(actor, Deed::ManageHospital)?;
        check_words(&team.name, "A team's name")?;
        let transaction = self.begin().await.or_problem()?;
        write_team(&transaction, &team).await.or_problem()?;
        self.saved(transaction, actor, AdminEvent::TeamSaved { team: team.code.to_string() }).await
    }

    /// Adds a kind of task, or changes one. Tasks that exist keep what they were given.
    pub async fn save_kind(&self, actor: &Actor, kind: TaskKind) -> Result<(), Problem> {
        require(actor, Deed::ManageHospital)?;
        check_words(&kind.title, "A task's title")?;
        check_words(&kind.short, "A task's short title")?;
        if !self.names().await?.teams.iter().any(|team| team.code == kind.owner_team) {
            return Err(Problem::invalid(format!("There is no team called {}.", kind.owner_team)));
        }
        let transaction = self.begin().await.or_problem()?;
        write_kind(&transaction, &kind).await.or_problem()?;
        self.saved(transaction, actor, AdminEvent::KindSaved { task_kind: kind.code.to_string() }).await
    }

    /// Takes a kind out of the catalogue. Tasks of that kind stay.
    pub async fn retire_kind(&self, actor: &Actor, kind: KindCode) -> Result<(), Problem> {
        require(actor, Deed::ManageHospital)?;
        let transaction = self.begin().await.or_problem()?;
        task_kind::Entity::update_many()
            .col_expr(task_kind::Column::Retired, true.into())
            .filter(task_kind::Column::Code.eq(kind.as_str()))
            .exec(&transaction)
            .await
            .or_problem()?;
        self.saved(transaction, actor, AdminEvent::KindRetired { task_kind: kind.to_string() }).await
    }

    async fn saved(&self, transaction: sea_orm::DatabaseTransaction, actor: &Actor, event: AdminEvent) -> Result<(), Problem> {
        audit::record(&transaction, By::Actor(actor), &event).await.or_problem()?;
        transaction.commit().await.or_problem()?;
        self.0.directory.forget();
        Ok(())
    }

    /// Adds wards in their order. For whoever runs the server.
    pub async fn lay_out_wards(&self, wards: Vec<Ward>) -> Result<(), Problem> {
        let transaction = self.begin().await.or_problem()?;
        for ward in &wards {
            write_ward(&transaction, ward).await.or_problem()?;
        }
        transaction.commit().await.or_problem()?;
        self.0.directory.forget();
        Ok(())
    }

    /// Fills an empty hospital with the standard teams and kinds of task. Does nothing where there are teams already.
    pub async fn lay_out(&self) -> Result<(), Problem> {
        let transaction = self.begin().await.or_problem()?;
        if team::Entity::find().one(&transaction).await.or_problem()?.is_some() {
            return Ok(());
        }
        for team in domain::catalogue::standard_teams() {
            write_team(&transaction, &team).await.or_problem()?;
        }
        for kind in domain::catalogue::standard_tasks() {
            write_kind(&transaction, &kind).await.or_problem()?;
        }
        transaction.commit().await.or_problem()?;
        self.0.directory.forget();
        Ok(())
    }
}

fn check_words(words: &str, what: &str) -> Result<(), Problem> {
    let length = words.trim().chars().count();
    let limit = domain::text::TITLE;
    if (1..=limit).contains(&length) {
        Ok(())
    } else {
        Err(Problem::invalid(format!("{what} has 1 to {limit} characters; this has {length}.")))
    }
}

async fn read(db: &impl ConnectionTrait) -> Result<Lists, Fault> {
    let beds = bed::Entity::find().filter(bed::Column::Closed.eq(false)).order_by_asc(bed::Column::Position).all(db).await?;
    let wards = ward::Entity::find().filter(ward::Column::Retired.eq(false)).order_by_asc(ward::Column::Position);
    let wards: Vec<Ward> = wards.all(db).await?.into_iter().map(|row| ward_from(row, &beds)).collect::<Result<_, _>>()?;
    let teams = team::Entity::find().filter(team::Column::Retired.eq(false)).order_by_asc(team::Column::Position).all(db).await?;
    let kinds = task_kind::Entity::find().filter(task_kind::Column::Retired.eq(false)).order_by_asc(task_kind::Column::Position);
    let directory = Directory {
        wards: wards.iter().map(ward_name).collect(),
        teams: teams.into_iter().map(team_from).collect::<Result<_, _>>()?,
        kinds: kinds.all(db).await?.into_iter().map(kind_from).collect::<Result<_, _>>()?,
        colleagues: colleagues(db).await?,
        escalation: EscalationTimes::default(),
    };
    Ok(Lists { directory: Arc::new(directory), wards: Arc::new(wards), read_at: std::time::Instant::now() })
}

async fn colleagues(db: &impl ConnectionTrait) -> Result<Vec<Colleague>, Fault> {
    let rows: Vec<(uuid::Uuid, String, String)> = account::Entity::find()
        .filter(account::Column::Active.eq(true))
        .inner_join(account_role::Entity)
        .filter(account_role::Column::Team.is_not_null())
        .order_by_asc(account::Column::Name)
        .select_only()
        .columns([account::Column::Id])
        .columns([account::Column::Name])
        .column(account_role::Column::Team)
        .into_tuple()
        .all(db)
        .await?;
    rows.into_iter()
        .map(|(id, name, team)| Ok(Colleague { id: AccountId(id), name, team: parse(&team, "a team code")? }))
        .collect()
}

fn ward_from(row: ward::Model, beds: &[bed::Model]) -> Result<Ward, Fault> {
    let code: WardCode = parse(&row.code, "a ward code")?;
    let beds =
        beds.iter().filter(|bed| bed.ward == code.as_str()).map(|bed| Bed { bay: bed.bay.clone(), name: bed.name.clone() });
    Ok(Ward { beds: beds.collect(), code, name: row.name, specialty: row.specialty, site: row.site })
}

fn ward_name(ward: &Ward) -> WardName {
    WardName { code: ward.code.clone(), name: ward.name.clone(), site: ward.site.clone() }
}

fn team_from(row: team::Model) -> Result<Team, Fault> {
    Ok(Team { code: parse(&row.code, "a team code")?, name: row.name, kind: parse(&row.kind, "a kind of team")? })
}

fn kind_from(row: task_kind::Model) -> Result<TaskKind, Fault> {
    Ok(TaskKind {
        code: parse(&row.code, "a kind of task")?,
        title: row.title,
        short: row.short,
        owner_team: parse(&row.owner_team, "a team code")?,
        due: from_json(&row.due_rule, "a due rule")?,
        pathways: from_json(&row.pathways, "pathways")?,
        proposed_on: from_json(&row.proposed_on, "pathways")?,
        after: from_json(&row.depends_on, "kinds of task")?,
        delay_reasons: from_json(&row.delay_reasons, "delay reasons")?,
        blocking: row.blocking,
    })
}

/// The position of a new row in its list: behind all others.
async fn next_position<E: EntityTrait>(db: &impl ConnectionTrait) -> Result<i32, Fault> {
    let rows = E::find().all(db).await?;
    Ok(i32::try_from(rows.len()).unwrap_or(i32::MAX))
}

pub(crate) async fn write_ward(db: &impl ConnectionTrait, ward: &Ward) -> Result<(), Fault> {
    let row = ward::ActiveModel {
        code: Set(ward.code.to_string()),
        name: Set(ward.name.trim().to_owned()),
        specialty: Set(ward.specialty.clone()),
        site: Set(ward.site.clone()),
        position: Set(next_position::<ward::Entity>(db).await?),
        retired: Set(false),
    };
    let replaced = [ward::Column::Name, ward::Column::Specialty, ward::Column::Site, ward::Column::Retired];
    let on_conflict = OnConflict::column(ward::Column::Code).update_columns(replaced).to_owned();
    ward::Entity::insert(row).on_conflict(on_conflict).exec_without_returning(db).await?;
    bed::Entity::update_many()
        .col_expr(bed::Column::Closed, true.into())
        .filter(bed::Column::Ward.eq(ward.code.as_str()))
        .exec(db)
        .await?;
    let beds = ward.beds.iter().zip(0..).map(|(bed, position)| bed::ActiveModel {
        ward: Set(ward.code.to_string()),
        bay: Set(bed.bay.clone()),
        name: Set(bed.name.clone()),
        position: Set(position),
        closed: Set(false),
    });
    let beds: Vec<_> = beds.collect();
    if !beds.is_empty() {
        let replaced = [bed::Column::Bay, bed::Column::Position, bed::Column::Closed];
        let on_conflict = OnConflict::columns([bed::Column::Ward, bed::Column::Name]).update_columns(replaced).to_owned();
        bed::Entity::insert_many(beds).on_conflict(on_conflict).exec_without_returning(db).await?;
    }
    Ok(())
}

async fn write_team(db: &impl ConnectionTrait, team: &Team) -> Result<(), Fault> {
    let row = team::ActiveModel {
        code: Set(team.code.to_string()),
        name: Set(team.name.trim().to_owned()),
        kind: Set(<&str>::from(team.kind).to_owned()),
        position: Set(next_position::<team::Entity>(db).await?),
        retired: Set(false),
    };
    let replaced = [team::Column::Name, team::Column::Kind, team::Column::Retired];
    let on_conflict = OnConflict::column(team::Column::Code).update_columns(replaced).to_owned();
    team::Entity::insert(row).on_conflict(on_conflict).exec_without_returning(db).await?;
    Ok(())
}

async fn write_kind(db: &impl ConnectionTrait, kind: &TaskKind) -> Result<(), Fault> {
    use task_kind::Column;
    let row = task_kind::ActiveModel {
        code: Set(kind.code.to_string()),
        title: Set(kind.title.trim().to_owned()),
        short: Set(kind.short.trim().to_owned()),
        owner_team: Set(kind.owner_team.to_string()),
        due_rule: Set(to_json(&kind.due)?),
        pathways: Set(to_json(&kind.pathways)?),
        proposed_on: Set(to_json(&kind.proposed_on)?),
        delay_reasons: Set(to_json(&kind.delay_reasons)?),
        depends_on: Set(to_json(&kind.after)?),
        blocking: Set(kind.blocking),
        retired: Set(false),
        position: Set(next_position::<task_kind::Entity>(db).await?),
    };
    let replaced = [
        Column::Title,
        Column::Short,
        Column::OwnerTeam,
        Column::DueRule,
        Column::Pathways,
        Column::ProposedOn,
        Column::DelayReasons,
        Column::DependsOn,
        Column::Blocking,
        Column::Retired,
    ];
    let on_conflict = OnConflict::column(Column::Code).update_columns(replaced).to_owned();
    task_kind::Entity::insert(row).on_conflict(on_conflict).exec_without_returning(db).await?;
    Ok(())
}
