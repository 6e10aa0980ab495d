//! One connection that is kept open, as a browser keeps one.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use bytes::Bytes;
use http::{Request, Response, header};
use http_body_util::{BodyExt, Full};
use hyper::{body::Incoming, client::conn::http1::SendRequest};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;

pub struct Client {
    sender: SendRequest<Full<Bytes>>,
    address: String,
    cookie: String,
}

impl Client {
    pub async fn connect(address: &str) -> Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        let (sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(stream)).await?;
        tokio::spawn(connection);
        Ok(Self { sender, address: address.to_owned(), cookie: String::new() })
    }

    pub fn with_cookie(mut self, cookie: &str) -> Self {
        cookie.clone_into(&mut self.cookie);
        self
    }

    pub async fn sign_in(&mut self, username: &str, password: &str) -> Result<String> {
        let credentials = serde_json::json!({ "username": username, "password": password });
        let response = self.post("/api/v1/session", &credentials).await?;
        let cookie = response.headers().get(header::SET_COOKIE).context("no session")?.to_str()?;
        let cookie = cookie.split(';').next().unwrap_or_default().to_owned();
        response.into_body().collect().await?;
        Ok(cookie)
    }

    pub async fn post(&mut self, path: &str, body: &impl serde::Serialize) -> Result<Response<Incoming>> {
        let body = serde_json::to_vec(body)?;
        let request = Request::post(path).header(header::CONTENT_TYPE, "application/json");
        self.send(request, body.into()).await
    }

    pub async fn get(&mut self, path: &str, encoding: &str) -> Result<Response<Incoming>> {
        self.send(Request::get(path).header(header::ACCEPT_ENCODING, encoding), Bytes::new()).await
    }

    async fn send(&mut self, request: http::request::Builder, body: Bytes) -> Result<Response<Incoming>> {
        self.sender.ready().await?;
        let request = request.header(header::HOST, &self.address).header(header::COOKIE, &self.cookie).body(Full::new(body))?;
        let response = self.sender.send_request(request).await?;
        // Also a way to where one signs in is no answer, and would be a quick one.
        if !response.status().is_success() {
            bail!("the server answered {}", response.status());
        }
        Ok(response)
    }

    /// The whole body, and the times to its first and its last byte.
    pub async fn fetch(&mut self, path: &str, encoding: &str) -> Result<(Bytes, Duration, Duration)> {
        let begun = Instant::now();
        let mut response = self.get(path, encoding).await?;
        let first = response.frame().await.transpose()?.and_then(|frame| frame.into_data().ok()).unwrap_or_default();
        let first_byte = begun.elapsed();
        let rest = response.into_body().collect().await?.to_bytes();
        let whole = if rest.is_empty() { first } else { Bytes::from([first, rest].concat()) };
        Ok((whole, first_byte, begun.elapsed()))
    }
}
