//! The certificate under which a server speaks HTTPS by itself, and its renewal while the server runs.

use std::path::PathBuf;

use anyhow::{Context, Result};
use axum_server::tls_rustls::RustlsConfig;
use tokio::signal::unix::{SignalKind, signal};
use tracing::{info, warn};

use crate::settings::Settings;

/// A certificate with its chain and its private key, from two PEM files.
pub struct Certificate {
    config: RustlsConfig,
    chain: PathBuf,
    key: PathBuf,
}

impl Certificate {
    /// The one that the settings name; `None` where they name none.
    pub async fn of(settings: &Settings) -> Result<Option<Self>> {
        let Some((chain, key)) = settings.certificate()? else {
            return Ok(None);
        };
        let config = RustlsConfig::from_pem_file(&chain, &key).await;
        let config = config.with_context(|| format!("reading the certificate {} and its key", chain.display()))?;
        Ok(Some(Self { config, chain, key }))
    }

    /// For the server, which from then on reads the files again at each hang-up signal. Where they can't be read, the
    /// certificate stays as it was.
    pub fn watched(self) -> RustlsConfig {
        let config = self.config.clone();
        tokio::spawn(async move {
            let Ok(mut hang_ups) = signal(SignalKind::hangup()) else {
                return;
            };
            while hang_ups.recv().await.is_some() {
                match self.config.reload_from_pem_file(&self.chain, &self.key).await {
                    Ok(()) => info!("the certificate was read again"),
                    Err(error) => warn!(%error, "the certificate could not be read again; the one before stays in use"),
                }
            }
        });
        config
    }
}
