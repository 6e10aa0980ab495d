//! The parts of the pages, a component a file.

mod answers;
mod board;
mod board_screen;
mod connection_banner;
mod empty_state;
mod hospital;
mod icons;
mod loaded;
mod no_open_task;
mod note_box;
mod notices;
mod patient;
mod problem_panel;
mod queue;
mod report;
mod review;
mod round;
mod screen;
mod search;
pub mod sheet;
mod shortcuts;
mod tag;
mod task_chip;
mod task_moves;
mod undo_bar;
mod waiting;
mod wall;
mod wording;

pub use answers::{Answer, QuestionsAnswered};
pub use board::{
    ArrangeBar, CellButton, ChangedMark, CriteriaStanding, DayStanding, DaysInHospital, DelayStanding, ExpectedDischarge,
    FilterBar, FilterNotice, Freshness, LeftPatients, LiveRegion, PathwayStanding, SearchBox, TasksCell, UpdatesBar, WardSummary,
    WardTable, listen_for_touch,
};
pub use board_screen::BoardScreen;
pub use connection_banner::ConnectionBanner;
pub use empty_state::EmptyState;
pub use hospital::{HeldUpPanel, HospitalTotals, OneThingPanel, WardCards};
pub use icons::{Icon, IconSprite, icon_names};
pub use loaded::{Allowed, Given, Loaded};
pub use no_open_task::NoOpenTask;
pub use note_box::NoteBox;
pub use notices::Notices;
pub use patient::{PatientBanner, PatientView};
pub use problem_panel::{ErrorSummary, ProblemScreen, form_failure, leave_if_signed_out};
pub use queue::TaskQueue;
pub use report::{
    ChartForms, PackForm, REVIEW, ReportCard, ReportDays, ReportFilter, ReportLinks, ReportSection, SITREP, SignReport,
    SignerField, report_cards,
};
pub use review::{ChooseWeek, PatientReview, PatientShown, PatientsOfWeek, SignOffForm, TakeWeekAlong};
pub use round::RoundScreen;
pub use screen::{ProductName, Screen};
pub use search::{SearchForm, SearchResults};
pub use sheet::{SheetDialog, adding_a_task, fetch_questions};
pub use tag::Tag;
pub use task_chip::{TaskChip, icon as task_icon};
#[cfg(feature = "ssr")]
pub use task_moves::move_command;
pub use task_moves::task_moves;
pub use undo_bar::UndoBar;
pub use waiting::Waiting;
pub use wall::{WallScreen, asks_for_wall, is_for_wall};
pub use wording::{
    about, can_start_in_words, change_in_words, pathway_set_in_words, short_title, standing_in_words, take_in_words,
};
