//! `homeward serve`.

use std::{
    net::{SocketAddr, TcpListener},
    time::Duration,
};

use anyhow::{Context, Result};
use axum::Router;
use axum_server::{Handle, accept::NoDelayAcceptor};
use tracing::info;

use crate::{assets::Site, certificate::Certificate, demo, router, settings::Settings};

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
    let listener = TcpListener::bind(listen).with_context(|| format!("listening on {listen}"))?;
    let certificate = Certificate::of(settings).await?;
    let app = router::router(hospital.clone(), site, settings)?;
    say_ready(listener.local_addr()?, certificate.is_some(), settings.demo()?);
    let handle = Handle::new();
    let serving = handle.clone();
    tokio::spawn(async move {
        asked_to_stop().await;
        info!("stopping");
        hospital.stop();
        serving.graceful_shutdown(Some(LAST_ANSWERS));
    });
    answer(listener, app, certificate, handle).await
}

/// Answers in the open, for this machine or a proxy before it; or under a certificate, and then by HTTP/2 to those who speak
/// it: a browser keeps six connections to a server at most in HTTP/1.1, and each live page takes one.
async fn answer(listener: TcpListener, app: Router, certificate: Option<Certificate>, handle: Handle<SocketAddr>) -> Result<()> {
    let app = app.into_make_service_with_connect_info::<SocketAddr>();
    match certificate {
        Some(certificate) => {
            let server = axum_server::from_tcp_rustls(listener, certificate.watched())?;
            server.map(|tls| tls.acceptor(NoDelayAcceptor::new())).handle(handle).serve(app).await?;
        }
        None => axum_server::from_tcp(listener)?.acceptor(NoDelayAcceptor::new()).handle(handle).serve(app).await?,
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

fn say_ready(address: SocketAddr, is_secure: bool, demo: bool) {
    let scheme = if is_secure { "https" } else { "http" };
    println!("Homeward is ready on {scheme}://{address}");
    if demo {
        println!("\nThis is the demo hospital, St Aldhelm's General: everybody in it is invented.");
        println!("Sign in with the password \u{201c}{}\u{201d} as:\n", demo::PASSWORD);
        for account in demo::ACCOUNTS {
            println!("  {:<16} {:<22} {}", account.username, account.role, account.place);
        }
        println!();
    }
}
