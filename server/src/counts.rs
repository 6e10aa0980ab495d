//! Reports that take longer to count than somebody looks at an empty page: the count goes on, and the page that says so asks
//! for its figures again.

use std::{
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use domain::{
    AccountId, Problem,
    report::{Asked, Report, ReportName},
};
use futures::{
    FutureExt,
    future::{BoxFuture, Shared},
};
use tokio::time;

use crate::problem;

/// For how long figures are kept that nobody came back for.
const KEPT: Duration = Duration::from_mins(1);
/// Whoever looks again waits this many times longer, so that the page is not always coming and going.
const AGAIN: u32 = 5;

/// What is counted, and for whom: the figures are for nobody else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    pub by: AccountId,
    pub reports: Vec<ReportName>,
    pub asked: Asked,
    /// The ending of a file's name; `None` for a page.
    pub format: Option<&'static str>,
}

/// What there is of a count.
pub enum Counted {
    Done(Vec<Report>),
    /// Still being counted, for so long.
    Since(Duration),
}

type Figures = Result<Vec<Report>, Problem>;

#[derive(Clone)]
struct Begun {
    count: Count,
    at: Instant,
    figures: Shared<BoxFuture<'static, Figures>>,
}

/// The counts that are going on, each once for whoever asks again.
#[derive(Clone)]
pub struct Counts {
    patience: Duration,
    kept: Duration,
    begun: Arc<Mutex<Vec<Begun>>>,
}

impl Counts {
    pub fn new(patience: Duration) -> Self {
        Self { patience, kept: KEPT, begun: Arc::default() }
    }

    /// The figures, where they come within the patience. `counting` counts them, unless somebody's earlier question still does.
    pub async fn wait(&self, count: Count, counting: impl Future<Output = Figures> + Send + 'static) -> Result<Counted, Problem> {
        let again = self.all().iter().find(|begun| begun.count == count).cloned();
        let patience = if again.is_some() { self.patience.saturating_mul(AGAIN) } else { self.patience };
        let begun = again.unwrap_or_else(|| self.begin(count, counting));
        let figures = begun.figures.clone();
        // A timer of no time takes a moment too, in which a quick count is done.
        let come = if patience.is_zero() { figures.now_or_never() } else { time::timeout(patience, figures).await.ok() };
        match come {
            None => Ok(Counted::Since(begun.at.elapsed())),
            Some(figures) => {
                self.forget(&begun);
                figures.map(Counted::Done)
            }
        }
    }

    fn begin(&self, count: Count, counting: impl Future<Output = Figures> + Send + 'static) -> Begun {
        let counting = tokio::spawn(counting);
        let figures = async move { counting.await.unwrap_or_else(|_| Err(problem::broken("a count panicked"))) };
        let begun = Begun { count, at: Instant::now(), figures: figures.boxed().shared() };
        self.all().push(begun.clone());
        tokio::spawn({
            let (counts, begun) = (self.clone(), begun.clone());
            async move {
                let _ = begun.figures.clone().await;
                time::sleep(counts.kept).await;
                counts.forget(&begun);
            }
        });
        begun
    }

    fn forget(&self, done: &Begun) {
        self.all().retain(|begun| begun.count != done.count || begun.at != done.at);
    }

    fn all(&self) -> MutexGuard<'_, Vec<Begun>> {
        self.begun.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use domain::london;
    use tokio::sync::oneshot;

    use super::*;

    /// Nothing comes within no time, so it is the count that a test waits for.
    fn counts() -> Counts {
        Counts::new(Duration::ZERO)
    }

    fn count() -> Count {
        let asked = Asked::lately(london::date(service::clock::now()));
        Count { by: service::clock::new_id(), reports: vec![ReportName::Flow], asked, format: None }
    }

    fn report() -> Report {
        Report { title: "Flow".to_owned(), asked: vec![], counted_at: service::clock::now(), by: String::new(), sections: vec![] }
    }

    /// A count that ends when it is told to.
    fn slow() -> (oneshot::Sender<()>, impl Future<Output = Figures>) {
        let (end, ended) = oneshot::channel();
        (end, async move {
            let _ = ended.await;
            Ok(vec![report()])
        })
    }

    #[tokio::test]
    async fn what_takes_long_goes_on_and_is_there_when_it_is_asked_for_again() {
        let (counts, count) = (counts(), count());
        let (end, counting) = slow();
        assert!(matches!(counts.wait(count.clone(), counting).await, Ok(Counted::Since(_))));
        assert!(matches!(counts.wait(count.clone(), async { Err(Problem::NotFound) }).await, Ok(Counted::Since(_))));
        end.send(()).expect("counting goes on");
        let reports = loop {
            if let Counted::Done(reports) = counts.wait(count.clone(), async { Err(Problem::NotFound) }).await.expect("figures") {
                break reports;
            }
            tokio::task::yield_now().await;
        };
        assert_eq!(reports.len(), 1);
        assert!(counts.all().is_empty(), "figures are shown once: whoever asks then has them counted anew");
    }

    #[tokio::test]
    async fn figures_are_for_who_asked() {
        let (counts, one, other) = (counts(), count(), count());
        let (_end, counting) = slow();
        assert!(matches!(counts.wait(one, counting).await, Ok(Counted::Since(_))));
        let patient = Counts { patience: Duration::MAX, ..counts };
        assert!(matches!(patient.wait(other, async { Err(Problem::NotAllowed) }).await, Err(Problem::NotAllowed)));
    }

    #[tokio::test]
    async fn figures_that_nobody_comes_back_for_are_forgotten() {
        let counts = Counts { kept: Duration::ZERO, ..counts() };
        let (end, counting) = slow();
        assert!(matches!(counts.wait(count(), counting).await, Ok(Counted::Since(_))));
        end.send(()).expect("counting goes on");
        while !counts.all().is_empty() {
            tokio::task::yield_now().await;
        }
    }

    #[tokio::test]
    async fn a_count_that_breaks_is_a_problem_and_no_empty_report() {
        let patient = Counts { patience: Duration::MAX, ..counts() };
        let broken = patient.wait(count(), async { panic!("broken") }).await;
        assert!(matches!(broken, Err(Problem::Internal { .. })));
    }
}
