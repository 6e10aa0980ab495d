//! The people who may sign in, kept by administrators.

use std::collections::HashMap;

use domain::{Account, AccountId, Actor, Grant, Problem, permission::Deed};
use entity::{account, account_role, session};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, SqlErr};

use crate::{
    Hospital,
    allowed::require,
    audit::{self, AdminEvent, By},
    clock,
    error::{Fault, OrProblem},
    sessions::{end_sessions, grant_from},
};

/// An account to be added.
#[derive(Debug, Clone)]
pub struct NewAccount {
    pub username: String,
    pub name: String,
    pub password: String,
    pub grants: Vec<Grant>,
}

impl Hospital {
    pub async fn accounts(&self, actor: &Actor) -> Result<Vec<Account>, Problem> {
        require(actor, Deed::ManageAccounts)?;
        let rows = account::Entity::find().order_by_asc(account::Column::Username).all(self.reader()).await.or_problem()?;
        let mut grants: HashMap<uuid::Uuid, Vec<Grant>> = HashMap::new();
        for role in account_role::Entity::find().all(self.reader()).await.or_problem()? {
            grants.entry(role.account_id).or_default().push(grant_from(&role).or_problem()?);
        }
        let mut seen = HashMap::new();
        for session in session::Entity::find().order_by_asc(session::Column::LastSeenAt).all(self.reader()).await.or_problem()? {
            seen.insert(session.account_id, session.last_seen_at);
        }
        let account = |row: account::Model| Account {
            grants: grants.remove(&row.id).unwrap_or_default(),
            last_seen_at: seen.get(&row.id).copied(),
            id: AccountId(row.id),
            username: row.username,
            name: row.name,
            active: row.active,
        };
        Ok(rows.into_iter().map(account).collect())
    }

    pub async fn add_account(&self, actor: &Actor, new: NewAccount) -> Result<AccountId, Problem> {
        require(actor, Deed::ManageAccounts)?;
        self.insert_account(By::Actor(actor), new).await
    }

    /// For whoever runs the server: the first administrator, and people added on the command line.
    pub async fn add_account_as_operator(&self, new: NewAccount) -> Result<AccountId, Problem> {
        self.insert_account(By::Operator, new).await
    }

    /// Whether anybody can administer this hospital yet.
    pub async fn has_administrator(&self) -> Result<bool, Problem> {
        let role: &str = domain::Role::Administrator.into();
        let found =
            account_role::Entity::find().filter(account_role::Column::Role.eq(role)).one(self.reader()).await.or_problem()?;
        Ok(found.is_some())
    }

    async fn insert_account(&self, by: By<'_>, new: NewAccount) -> Result<AccountId, Problem> {
        let username = username(&new.username);
        let legal = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '@');
        if !(2..=80).contains(&username.len()) || !username.chars().all(legal) {
            return Err(Problem::invalid("A username has 2 to 80 letters, digits, dots, dashes or @."));
        }
        let name = new.name.trim().to_owned();
        if !(1..=80).contains(&name.chars().count()) {
            return Err(Problem::invalid("A name has 1 to 80 characters."));
        }
        let password_hash = self.0.passwords.hash(&new.password).await?;
        let (id, now): (AccountId, _) = (clock::new_id(), clock::now());
        let row = account::ActiveModel {
            id: Set(id.0),
            username: Set(username.clone()),
            name: Set(name),
            password_hash: Set(password_hash),
            active: Set(true),
            created_at: Set(now),
            password_changed_at: Set(now),
            board_layout: Set(None),
        };
        let transaction = self.begin().await.or_problem()?;
        if let Err(error) = account::Entity::insert(row).exec_without_returning(&transaction).await {
            return Err(match error.sql_err() {
                Some(SqlErr::UniqueConstraintViolation(_)) => {
                    Problem::invalid(format!("There is already a user called {username}."))
                }
                _ => Fault::from(error).into(),
            });
        }
        insert_grants(&transaction, id, &new.grants).await.or_problem()?;
        let event = AdminEvent::AccountAdded { account: id.to_string(), grants: new.grants };
        audit::record(&transaction, by, &event).await.or_problem()?;
        transaction.commit().await.or_problem()?;
        self.0.directory.forget();
        Ok(id)
    }

    /// Replaces what somebody may do. Their open screens notice at once.
    pub async fn set_grants(&self, actor: &Actor, account: AccountId, grants: Vec<Grant>) -> Result<(), Problem> {
        require(actor, Deed::ManageAccounts)?;
        let stays_administrator = grants.contains(&Grant::Administrator);
        if account == actor.id && !stays_administrator {
            return Err(Problem::invalid("You cannot take the administrator role from yourself: ask another administrator."));
        }
        let transaction = self.begin().await.or_problem()?;
        find(&transaction, account).await?;
        let held = account_role::Column::AccountId.eq(account.0);
        account_role::Entity::delete_many().filter(held).exec(&transaction).await.or_problem()?;
        insert_grants(&transaction, account, &grants).await.or_problem()?;
        let event = AdminEvent::GrantsSet { account: account.to_string(), grants };
        audit::record(&transaction, By::Actor(actor), &event).await.or_problem()?;
        transaction.commit().await.or_problem()?;
        self.people_changed();
        Ok(())
    }

    /// Sets a new password and ends the sessions that the old one opened.
    pub async fn set_password(&self, actor: &Actor, account: AccountId, password: String) -> Result<(), Problem> {
        require(actor, Deed::ManageAccounts)?;
        let password_hash = self.0.passwords.hash(&password).await?;
        let transaction = self.begin().await.or_problem()?;
        let mut row: account::ActiveModel = find(&transaction, account).await?.into();
        row.password_hash = Set(password_hash);
        row.password_changed_at = Set(clock::now());
        row.update(&transaction).await.or_problem()?;
        end_sessions(&transaction, account).await.or_problem()?;
        let event = AdminEvent::PasswordSet { account: account.to_string() };
        audit::record(&transaction, By::Actor(actor), &event).await.or_problem()?;
        transaction.commit().await.or_problem()?;
        self.people_changed();
        Ok(())
    }

    /// Closes an account, or opens it again. A closed account's sessions end.
    pub async fn set_active(&self, actor: &Actor, account: AccountId, active: bool) -> Result<(), Problem> {
        require(actor, Deed::ManageAccounts)?;
        if account == actor.id && !active {
            return Err(Problem::invalid("You cannot close your own account: ask another administrator."));
        }
        let transaction = self.begin().await.or_problem()?;
        let mut row: account::ActiveModel = find(&transaction, account).await?.into();
        row.active = Set(active);
        row.update(&transaction).await.or_problem()?;
        let event = if active {
            AdminEvent::AccountOpened { account: account.to_string() }
        } else {
            end_sessions(&transaction, account).await.or_problem()?;
            AdminEvent::AccountClosed { account: account.to_string() }
        };
        audit::record(&transaction, By::Actor(actor), &event).await.or_problem()?;
        transaction.commit().await.or_problem()?;
        self.people_changed();
        Ok(())
    }

    /// Signs somebody out of every device.
    pub async fn end_sessions(&self, actor: &Actor, account: AccountId) -> Result<(), Problem> {
        require(actor, Deed::ManageAccounts)?;
        self.end_every_session(actor, account).await
    }

    fn people_changed(&self) {
        self.0.sessions.forget();
        self.0.directory.forget();
    }
}

/// As it is stored and compared: people type it in capitals, and tablets put a space behind it.
pub(crate) fn username(typed: &str) -> String {
    typed.trim().to_lowercase()
}

async fn find(db: &impl ConnectionTrait, account: AccountId) -> Result<account::Model, Problem> {
    account::Entity::find_by_id(account.0).one(db).await.or_problem()?.ok_or(Problem::NotFound)
}

async fn insert_grants(db: &impl ConnectionTrait, account: AccountId, grants: &[Grant]) -> Result<(), Fault> {
    let row = |grant: &Grant| {
        let (ward, team) = match grant {
            Grant::WardStaff(ward) | Grant::WallScreen(ward) => (Some(ward.to_string()), None),
            Grant::TeamMember(team) => (None, Some(team.to_string())),
            Grant::DischargeCoordinator | Grant::TrustLead | Grant::Administrator => (None, None),
        };
        account_role::ActiveModel {
            id: Set(clock::new_id()),
            account_id: Set(account.0),
            role: Set(<&str>::from(grant.role()).to_owned()),
            ward: Set(ward),
            team: Set(team),
        }
    };
    let grants: std::collections::BTreeSet<&Grant> = grants.iter().collect();
    if !grants.is_empty() {
        account_role::Entity::insert_many(grants.into_iter().map(row)).exec_without_returning(db).await?;
    }
    Ok(())
}
