//! One envelope to `POST /api/v1/commands`, and what comes back.
//!
//! It goes as a list of one: a list is answered with 200 and its receipts, whatever they say, since a conflict is an answer
//! and no failure.

use domain::{AccountId, Envelope, Problem, Receipt};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, RequestInit, Response};

use crate::wire;

const COMMANDS: &str = "/api/v1/commands";
/// Milliseconds after which the network counts as gone.
const PATIENCE: u32 = 10_000;

pub enum Answer {
    Receipt(Box<Receipt>),
    Problem(Problem),
    /// Nothing that counts: not sent, or not heard. Send it again.
    None,
}

impl Answer {
    /// Whether there will be another: the network has to come back, or the person.
    pub fn is_to_be_waited_for(&self) -> bool {
        matches!(self, Self::None | Self::Problem(Problem::SignInNeeded | Problem::Locked))
    }
}

/// Sent as the change of `account`: where another person has signed in on this device meanwhile, the server turns it away.
pub async fn post(account: AccountId, envelope: &Envelope) -> Answer {
    let Ok(body) = wire::write(&[envelope]) else {
        return Answer::Problem(Problem::invalid("This change can't be written down."));
    };
    let Ok((status, text)) = fetch(account, &body).await else {
        return Answer::None;
    };
    if let Some(receipt) = wire::read(&text).ok().and_then(|receipts: Vec<Receipt>| receipts.into_iter().next()) {
        return Answer::Receipt(Box::new(receipt));
    }
    match wire::read(&text) {
        Ok(problem) if (400..500).contains(&status) => Answer::Problem(problem),
        _ => Answer::None,
    }
}

async fn fetch(account: AccountId, body: &str) -> Result<(u16, String), JsValue> {
    let request = RequestInit::new();
    request.set_method("POST");
    request.set_body(&JsValue::from_str(body));
    request.set_signal(Some(&AbortSignal::timeout_with_u32(PATIENCE)));
    let headers = web_sys::Headers::new()?;
    headers.set("content-type", "application/json")?;
    headers.set("homeward-account", &account.to_string())?;
    request.set_headers(&headers);
    let window = web_sys::window().ok_or(JsValue::UNDEFINED)?;
    let response: Response = JsFuture::from(window.fetch_with_str_and_init(COMMANDS, &request)).await?.dyn_into()?;
    let text = JsFuture::from(response.text()?).await?;
    Ok((response.status(), text.as_string().unwrap_or_default()))
}
