//! Which question is open over the board.

use domain::{Pathway, PathwayStage, PatientQuestion, StayId, TaskNumber};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sheet {
    pub stay: StayId,
    pub panel: Panel,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Panel {
    Task(TaskNumber),
    WaitForTask(TaskNumber),
    TaskNotNeeded(TaskNumber),
    CancelTask(TaskNumber),
    AssignTask(TaskNumber),
    TaskDue(TaskNumber),
    Patient,
    AddTask,
    ExpectedDischarge,
    Criteria,
    Pathway,
    /// What the pathway brings along, before it is set.
    PathwayTasks(PathwayStage, Pathway),
    MoveBed,
    Day,
    DelayReason,
    Question(PatientQuestion),
    WhatMatters,
    Note,
    Discharge,
}
