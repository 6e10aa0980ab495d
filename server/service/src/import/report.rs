//! The report on a list: of what a plan would do, and of what came of it.

use domain::{
    Command, Receipt,
    envelope::ReceiptResult,
    list::{ListReport, ListRow, RowOutcome},
};

use super::{
    draft::Step,
    plan::{Plan, PlannedRow},
};

impl Plan {
    /// What the list would do.
    pub(super) fn foretold(self, file_name: &str) -> ListReport {
        self.report(file_name, true)
    }

    /// What the list did, by the receipts of all steps in their order.
    pub(super) fn reported(mut self, file_name: &str, receipts: &[Receipt]) -> ListReport {
        let mut receipts = receipts.iter();
        for row in &mut self.rows {
            let steps = std::mem::take(&mut row.steps);
            row.settle(steps.into_iter().zip(receipts.by_ref()));
        }
        self.report(file_name, false)
    }

    fn report(self, file_name: &str, dry_run: bool) -> ListReport {
        ListReport {
            file_name: file_name.to_owned(),
            dry_run,
            understood: self.columns.understood,
            ignored: self.columns.ignored,
            rows: self.rows.into_iter().map(PlannedRow::into_list_row).collect(),
        }
    }
}

impl PlannedRow {
    /// Keeps the steps that changed something, and says of those that were refused why.
    fn settle<'a>(&mut self, answered: impl Iterator<Item = (Step, &'a Receipt)>) {
        for (step, receipt) in answered {
            let why = match &receipt.result {
                ReceiptResult::Accepted { .. } => {
                    self.steps.push(step);
                    continue;
                }
                ReceiptResult::Unchanged => continue,
                ReceiptResult::Refused { message, .. } => message.clone(),
                ReceiptResult::Conflict { .. } => "Somebody has just changed it on the board.".to_owned(),
                ReceiptResult::NotAllowed => "You may not change this.".to_owned(),
            };
            // Without the admission, everything else about the stay is refused for the same reason.
            if self.stay.is_none() {
                continue;
            }
            let is_admission = matches!(step.command, Command::AdmitPatient(_));
            self.stay = self.stay.filter(|_| !is_admission);
            let kept = if is_admission { "Row not taken." } else { "Left out." };
            self.problems.push(step.at.problem(format!("{why} {kept}")));
        }
    }

    fn outcome(&self) -> RowOutcome {
        let admits = self.steps.iter().any(|step| matches!(step.command, Command::AdmitPatient(_)));
        match (self.stay, self.steps.is_empty()) {
            (None, _) => RowOutcome::Left,
            (Some(_), true) => RowOutcome::Unchanged,
            (Some(_), false) if admits => RowOutcome::Created,
            (Some(_), false) => RowOutcome::Changed,
        }
    }

    fn into_list_row(self) -> ListRow {
        let outcome = self.outcome();
        let changes = self.steps.into_iter().map(|step| step.change).filter(|change| !change.is_empty()).collect();
        ListRow { number: self.number, name: self.name, bed: self.bed, outcome, changes, problems: self.problems }
    }
}
