//! Which question is open over the board.

use domain::{PatientQuestion, StayId, TaskNumber};

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
    MoveBed,
    Day,
    DelayReason,
    Question(PatientQuestion),
    WhatMatters,
    Note,
    Discharge,
}
