//! `homeward serve`.

use std::{net::SocketAddr, time::Duration};

use anyhow::{Context, Result};
use tokio::net::TcpListener;
use tracing::info;

use crate::{assets::Site, demo, router, settings::Settings};

/// Answers that are under way get this long when the server stops.
const LAST_ANSWERS: Duration = Duration::from_secs(10);

pub(super) async fn serve(settings: &Settings) -> Result<()> {
    let site = Site::open(&settings.site())?;
    let hospital = super::open_hospital(settings).await?;
    if settings.demo()? {
        super::demo::fill(&hospital, super::demo::SHOWN).await?;
    } else {
        super::user::require_administrator(&hospital).await?;
    }
    // Not before the demo hospital is complete: a count of half of it would stay.
    hospital.count_nightly();
    let listen = settings.listen()?;
    let listener = TcpListener::bind(listen).await.with_context(|| format!("listening on {listen}"))?;
    let address = listener.local_addr()?;
    let app = router::router(hospital.clone(), site, settings)?;
    say_ready(address, settings.demo()?);
    let stopping = hospital.clone();
    let serving =
        axum::serve(listener, app.into_make_service_with_connect_info::<SocketAddr>()).with_graceful_shutdown(async move {
            asked_to_stop().await;
            info!("stopping");
            stopping.stop();
        });
    let out_of_patience = async {
        hospital.stopping().await;
        tokio::time::sleep(LAST_ANSWERS).await;
    };
    tokio::select! {
        ended = serving.into_future() => ended?,
        () = out_of_patience => {}
    }
    Ok(())
}

/// Ctrl-C, or the signal by which a service manager ends a program.
pub(super) async fn asked_to_stop() {
    let interrupt = tokio::signal::ctrl_c();
    match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
        Ok(mut terminate) => tokio::select! {
            _ = interrupt => {}
            _ = terminate.recv() => {}
        },
        Err(_) => {
            let _ = interrupt.await;
        }
    }
}

fn say_ready(address: SocketAddr, demo: bool) {
    println!("Homeward is ready on http://{address}");
    if demo {
        println!("\nThis is the demo hospital, St Aldhelm's General: everybody in it is invented.");
        println!("Sign in with the password \u{201c}{}\u{201d} as:\n", demo::PASSWORD);
        for account in demo::ACCOUNTS {
            println!("  {:<16} {:<22} {}", account.username, account.role, account.place);
        }
        println!();
    }
}
