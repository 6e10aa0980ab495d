//! The desk at which tests ask for databases of the private `PostgreSQL`.
//!
//! A thread of its own keeps the server and the one connection that makes and drops databases, since every test
//! has its own runtime, and a connection cannot outlive the runtime that it was made in.

mod cluster;

use std::{sync::OnceLock, thread};

use migration::{Migrator, MigratorTrait};
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbErr};
use tokio::sync::{mpsc, oneshot};

use cluster::Cluster;

/// The database that migrated ones are copied from.
const TEMPLATE: &str = "migrated";

/// What a new database holds.
pub enum Tables {
    None,
    Migrated,
}

/// A new database.
pub struct Made {
    pub name: String,
    pub url: String,
}

enum Wish {
    Create { tables: Tables, answer: oneshot::Sender<Result<Made, String>> },
    Forget { name: String },
}

/// Makes a database; the first call starts the server. The error is a sentence for whoever runs the tests.
pub async fn create(tables: Tables) -> Result<Made, String> {
    let (answer, made) = oneshot::channel();
    let closed = "the desk of the test databases has closed: see the panic of its thread";
    desk().send(Wish::Create { tables, answer }).map_err(|_| closed)?;
    made.await.map_err(|_| closed)?
}

/// Drops a database soon, whoever is still connected to it.
pub fn forget(name: String) {
    // Where the desk has closed, the server is gone, and the database with it.
    let _ = desk().send(Wish::Forget { name });
}

fn desk() -> &'static mpsc::UnboundedSender<Wish> {
    static DESK: OnceLock<mpsc::UnboundedSender<Wish>> = OnceLock::new();
    DESK.get_or_init(|| {
        let (desk, wishes) = mpsc::unbounded_channel();
        thread::Builder::new().name("test databases".into()).spawn(|| serve(wishes)).expect("a thread can be started");
        desk
    })
}

fn serve(wishes: mpsc::UnboundedReceiver<Wish>) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime can be built");
    runtime.block_on(async {
        match Server::start().await {
            Ok(server) => server.grant_all(wishes).await,
            Err(why) => refuse_all(wishes, &why).await,
        }
    });
}

async fn refuse_all(mut wishes: mpsc::UnboundedReceiver<Wish>, why: &str) {
    while let Some(wish) = wishes.recv().await {
        if let Wish::Create { answer, .. } = wish {
            let _ = answer.send(Err(why.to_owned()));
        }
    }
}

struct Server {
    cluster: Cluster,
    admin: DatabaseConnection,
}

impl Server {
    async fn start() -> Result<Self, String> {
        let cluster = Cluster::start()?;
        let admin = cluster.wait_until_ready().await?;
        let server = Self { cluster, admin };
        server.make_template().await.map_err(|error| format!("the migrations do not run on PostgreSQL: {error}"))?;
        Ok(server)
    }

    async fn make_template(&self) -> Result<(), DbErr> {
        self.admin.execute_unprepared(&format!("CREATE DATABASE {TEMPLATE}")).await?;
        let template = connect(&self.cluster.url_of(TEMPLATE)).await?;
        Migrator::up(&template, None).await?;
        template.close().await
    }

    async fn grant_all(self, mut wishes: mpsc::UnboundedReceiver<Wish>) {
        let mut number = 0_u32;
        while let Some(wish) = wishes.recv().await {
            match wish {
                Wish::Create { tables, answer } => {
                    number += 1;
                    let made = self.create(format!("test_{number}"), tables).await;
                    let _ = answer.send(made.map_err(|error| format!("a test database cannot be made: {error}")));
                }
                Wish::Forget { name } => self.forget(&name).await,
            }
        }
    }

    async fn create(&self, name: String, tables: Tables) -> Result<Made, DbErr> {
        let template = match tables {
            Tables::None => "template0",
            Tables::Migrated => TEMPLATE,
        };
        self.admin.execute_unprepared(&format!("CREATE DATABASE {name} TEMPLATE {template}")).await?;
        Ok(Made { url: self.cluster.url_of(&name), name })
    }

    /// A database that stays behind is no failure of the test that used it: it goes with the server.
    async fn forget(&self, name: &str) {
        let _ = self.admin.execute_unprepared(&format!("DROP DATABASE {name} WITH (FORCE)")).await;
    }
}

async fn connect(url: &str) -> Result<DatabaseConnection, DbErr> {
    let mut options = ConnectOptions::new(url);
    options.max_connections(1).sqlx_logging(false).idle_timeout(None).max_lifetime(None);
    Database::connect(options).await
}
