//! A ward's list, sent with a plain form: checked first, then brought in.

use axum::{
    extract::{Multipart, Path, State, multipart::MultipartError},
    response::Redirect,
};
use domain::{Problem, WardCode};
use service::Upload;
use uuid::Uuid;

use crate::{
    problem::Refused,
    visitor::{Door, SignedIn},
};

/// Checks the file and goes to its report.
pub async fn check(State(door): State<Door>, SignedIn(actor): SignedIn, form: Multipart) -> Result<Redirect, Refused> {
    let upload = read(form).await?;
    let id = door.hospital.check_list(&actor, upload).await?;
    Ok(Redirect::to(&format!("/import/{id}")))
}

/// Brings in the list that was checked and goes back to its report.
pub async fn bring_in(State(door): State<Door>, SignedIn(actor): SignedIn, Path(id): Path<String>) -> Result<Redirect, Refused> {
    let id: Uuid = id.parse().map_err(|_| Problem::NotFound)?;
    door.hospital.import_list(&actor, id).await?;
    Ok(Redirect::to(&format!("/import/{id}")))
}

async fn read(mut form: Multipart) -> Result<Upload, Problem> {
    let mut upload = Upload { file_name: String::new(), bytes: Vec::new(), ward: None };
    while let Some(field) = form.next_field().await.map_err(unreadable)? {
        match field.name() {
            Some("file") => {
                upload.file_name = field.file_name().unwrap_or_default().to_owned();
                upload.bytes = field.bytes().await.map_err(unreadable)?.to_vec();
            }
            Some("ward") => upload.ward = ward(&field.text().await.map_err(unreadable)?)?,
            _ => {}
        }
    }
    if upload.bytes.is_empty() { Err(Problem::invalid("Please choose a file.")) } else { Ok(upload) }
}

fn ward(code: &str) -> Result<Option<WardCode>, Problem> {
    let code = code.trim();
    if code.is_empty() {
        return Ok(None);
    }
    code.parse().map(Some).map_err(|_| Problem::invalid("Please choose a ward from the list."))
}

fn unreadable(error: MultipartError) -> Problem {
    Problem::invalid(format!("The file did not arrive whole: {}", error.body_text()))
}
