//! A ward's list, sent with a plain form: checked first, then brought in.

use axum::{
    Extension,
    extract::{Multipart, Path, State, multipart::MultipartError},
    response::{IntoResponse, Redirect, Response},
};
use domain::{Problem, WardCode};
use service::{Upload, Visitor};
use uuid::Uuid;

use super::{render_given, with_status};
use crate::{
    problem::Refused,
    visitor::{Door, SignedIn},
};

/// Checks the file and goes to its report, or back to the form with what is wrong.
pub async fn check(
    State(door): State<Door>,
    Extension(visitor): Extension<Visitor>,
    SignedIn(actor): SignedIn,
    form: Multipart,
) -> Result<Response, Refused> {
    let checked = match read(form).await {
        Ok(upload) => door.hospital.check_list(&actor, upload).await,
        Err(problem) => Err(problem),
    };
    match checked {
        Ok(id) => Ok(Redirect::to(&format!("/import/{id}")).into_response()),
        Err(problem @ Problem::Invalid { .. }) => {
            let status = problem.status();
            Ok(with_status(render_given(door, visitor, "/import", problem).await, status))
        }
        Err(problem) => Err(problem.into()),
    }
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
