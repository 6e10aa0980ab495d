//! The ward page by server rendering, against a fixed page of the same length from the same kind of server.

use std::time::{Duration, Instant};

use anyhow::Result;
use bytes::Bytes;
use http_body_util::Full;
use hyper::{Response, service::service_fn};
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;

use crate::{
    client::Client,
    house::House,
    report::{Report, median, milliseconds},
};

const CONNECTIONS: usize = 32;
const ROUND: Duration = Duration::from_secs(2);
const ROUNDS: usize = 3;
const WARD: &str = "/wards/cedar-ward";

pub async fn measure(house: &House, report: &mut Report) -> Result<()> {
    let mut client = house.client().await?;
    let (page, _, _) = client.fetch(WARD, "identity").await?;
    let fixed = serve_fixed(page.clone()).await?;
    let mut other = Client::connect(&fixed).await?;
    let (mut ours, mut reference) = (Vec::new(), Vec::new());
    for _ in 0..200 {
        ours.push(client.fetch(WARD, "identity").await?.1);
        reference.push(other.fetch("/", "identity").await?.1);
    }
    let (first, bare) = (median(ours), median(reference));
    let figure = format!("first byte of the ward page, {} kB, one at a time", page.len() / 1_000);
    let ratio = first.as_secs_f64() / bare.as_secs_f64();
    report.compare(&figure, &milliseconds(first), &milliseconds(bare), ratio, "5 ms", first <= Duration::from_millis(5));

    let (mut rates, mut bare_rates) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        rates.push(rate(&house.address, &house.cookie, WARD).await?);
        bare_rates.push(rate(&fixed, "", "/").await?);
    }
    let (rate, bare) = (middle(rates), middle(bare_rates));
    let figure = format!("ward pages a second, {CONNECTIONS} connections");
    let (ours, reference) = (format!("{rate:.0} /s"), format!("{bare:.0} /s"));
    report.compare(&figure, &ours, &reference, rate / bare, "500 /s", rate >= 500.0);
    Ok(())
}

fn middle(mut rates: Vec<f64>) -> f64 {
    rates.sort_by(f64::total_cmp);
    rates[rates.len() / 2]
}

/// Pages a second over all connections.
async fn rate(address: &str, cookie: &str, path: &'static str) -> Result<f64> {
    let until = Instant::now() + ROUND;
    let mut connections = Vec::new();
    for _ in 0..CONNECTIONS {
        let mut client = Client::connect(address).await?.with_cookie(cookie);
        connections.push(tokio::spawn(async move {
            let mut pages = 0_u32;
            while Instant::now() < until {
                client.fetch(path, "identity").await?;
                pages += 1;
            }
            anyhow::Ok(pages)
        }));
    }
    let mut pages = 0;
    for connection in connections {
        pages += connection.await??;
    }
    Ok(f64::from(pages) / ROUND.as_secs_f64())
}

async fn serve_fixed(page: Bytes) -> Result<String> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?.to_string();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let page = page.clone();
            let answer = service_fn(move |_| {
                std::future::ready(Ok::<_, std::convert::Infallible>(Response::new(Full::new(page.clone()))))
            });
            tokio::spawn(hyper::server::conn::http1::Builder::new().serve_connection(TokioIo::new(stream), answer));
        }
    });
    Ok(address)
}
