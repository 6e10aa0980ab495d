//! From a command's answer to its arrival at 200 live clients, against the bare fan-out of as many bytes to 200 sockets.

use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use domain::{Command, Envelope, NoteNumber, StayId};
use http_body_util::BodyExt;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    sync::mpsc,
};

use crate::{
    house::House,
    report::{Report, median, milliseconds},
};

const CLIENTS: usize = 200;
const TURNS: u32 = 40;

pub async fn measure(house: &House, report: &mut Report) -> Result<()> {
    let stay = first_stay(house).await?;
    let (arrived, mut arrivals) = mpsc::unbounded_channel();
    for _ in 0..CLIENTS {
        listen(house, arrived.clone()).await?;
    }
    let mut fan_out = FanOut::open().await?;
    let mut client = house.client().await?;
    let (mut after_answer, mut after_sending, mut bare) = (Vec::new(), Vec::new(), Vec::new());
    for turn in 0..TURNS {
        let text = format!("bench {turn}");
        let command =
            Command::AddNote { note: NoteNumber(900_000 + turn), text: text.clone(), visibility: domain::Visibility::Internal };
        let (mutation_id, made_at) = (service::clock::new_id(), service::clock::now());
        let envelope = Envelope { mutation_id, stay, seen: domain::Seen::new(), command, made_at };
        let sent = Instant::now();
        client.post("/api/v1/commands", &envelope).await?.into_body().collect().await?;
        let answered = Instant::now();
        let mut last = answered;
        let mut heard = 0;
        while heard < CLIENTS {
            let (message, at): (String, Instant) = arrivals.recv().await.context("a client is gone")?;
            if message.contains(&text) {
                heard += 1;
                last = last.max(at);
            }
        }
        after_answer.push(last - answered);
        after_sending.push(last - sent);
        bare.push(fan_out.once(400).await?);
    }
    let (ours, reference) = (median(after_answer), median(bare));
    let ratio = ours.as_secs_f64() / reference.as_secs_f64();
    let figure = format!("from a command's answer to all of {CLIENTS} live clients");
    report.compare(&figure, &milliseconds(ours), &milliseconds(reference), ratio, "at most 2× bare fan-out", ratio <= 2.0);
    let whole = median(after_sending);
    let figure = format!("from sending a command to all of {CLIENTS} live clients");
    report.state(&figure, &milliseconds(whole), "under a second", whole < Duration::from_secs(1));
    Ok(())
}

async fn first_stay(house: &House) -> Result<StayId> {
    let (board, _, _) = house.client().await?.fetch("/api/v1/board?wards=cedar-ward", "identity").await?;
    let boards: Vec<domain::WardBoard> = serde_json::from_slice(&board)?;
    let row = boards.first().and_then(|board| board.rows.first()).context("an empty ward")?;
    Ok(row.stay.id)
}

async fn listen(house: &House, arrived: mpsc::UnboundedSender<(String, Instant)>) -> Result<()> {
    let mut client = house.client().await?;
    let response = client.get("/live", "identity").await?;
    tokio::spawn(async move {
        // The connection lives as long as its client.
        let _client = client;
        let mut body = response.into_body();
        while let Some(Ok(frame)) = body.frame().await {
            let at = Instant::now();
            let text = frame.data_ref().map(|data| String::from_utf8_lossy(data).into_owned());
            if text.is_none_or(|text| arrived.send((text, at)).is_err()) {
                return;
            }
        }
    });
    Ok(())
}

/// 200 sockets, and nothing else.
struct FanOut {
    writers: Vec<TcpStream>,
    arrivals: mpsc::UnboundedReceiver<Instant>,
}

impl FanOut {
    async fn open() -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let (arrived, arrivals) = mpsc::unbounded_channel();
        let mut writers = Vec::new();
        for _ in 0..CLIENTS {
            let mut reader = TcpStream::connect(listener.local_addr()?).await?;
            let (writer, _) = listener.accept().await?;
            writer.set_nodelay(true)?;
            writers.push(writer);
            let arrived = arrived.clone();
            tokio::spawn(async move {
                let mut buffer = vec![0; 64 * 1_024];
                while reader.read(&mut buffer).await.is_ok_and(|bytes| bytes > 0) {
                    let _ = arrived.send(Instant::now());
                }
            });
        }
        Ok(Self { writers, arrivals })
    }

    async fn once(&mut self, bytes: usize) -> Result<Duration> {
        let message = vec![b'x'; bytes];
        let begun = Instant::now();
        for writer in &mut self.writers {
            writer.write_all(&message).await?;
        }
        let mut last = begun;
        for _ in 0..CLIENTS {
            last = last.max(self.arrivals.recv().await.context("a socket is gone")?);
        }
        Ok(last - begun)
    }
}
