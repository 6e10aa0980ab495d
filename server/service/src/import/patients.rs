//! Everybody whom a row may mean, by number and by name.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use chrono::{DateTime, Utc};
use domain::{HospitalNumber, NhsNumber, Patient, Stay};

use super::picture::Picture;

/// Somebody who is here, was here, or came in by an earlier row.
#[derive(Debug)]
pub(super) struct Person {
    pub patient: Patient,
    /// The stay of somebody who is here.
    pub here: Option<Arc<Stay>>,
    /// When somebody who is not here left.
    pub left: Option<DateTime<Utc>>,
    /// The row of the list that was taken for this person.
    pub row: Option<u32>,
}

#[derive(Debug, Default)]
pub(super) struct Patients {
    people: Vec<Person>,
    by_nhs_number: HashMap<NhsNumber, Vec<usize>>,
    by_hospital_number: HashMap<HospitalNumber, Vec<usize>>,
    by_name: HashMap<String, Vec<usize>>,
}

impl Patients {
    pub(super) fn of(picture: &Picture) -> Self {
        let mut patients = Self::default();
        for stay in &picture.stays {
            patients.add(Person { patient: stay.patient.clone(), here: Some(Arc::clone(stay)), left: None, row: None });
        }
        let here: HashSet<_> = picture.stays.iter().map(|stay| stay.patient.id).collect();
        for past in picture.past.iter().filter(|past| !here.contains(&past.patient.id)) {
            patients.add(Person { patient: past.patient.clone(), here: None, left: past.left, row: None });
        }
        patients
    }

    fn add(&mut self, person: Person) {
        self.people.push(person);
        self.index(self.people.len() - 1);
    }

    fn index(&mut self, at: usize) {
        let Patient { nhs_number, hospital_number, name, .. } = &self.people[at].patient;
        if let Some(number) = nhs_number {
            push_once(self.by_nhs_number.entry(*number).or_default(), at);
        }
        if let Some(number) = hospital_number {
            push_once(self.by_hospital_number.entry(number.clone()).or_default(), at);
        }
        push_once(self.by_name.entry(name.folded()).or_default(), at);
    }

    /// A row was taken for this person, or for somebody new: later rows see what it says.
    pub(super) fn take(&mut self, known: Option<usize>, stay: Stay, row: u32) {
        let patient = stay.patient.clone();
        let person = Person { patient, here: Some(Arc::new(stay)), left: None, row: Some(row) };
        match known.filter(|at| *at < self.people.len()) {
            Some(at) => {
                self.people[at] = person;
                self.index(at);
            }
            None => self.add(person),
        }
    }

    pub(super) fn get(&self, at: usize) -> Option<&Person> {
        self.people.get(at)
    }

    pub(super) fn with_nhs_number(&self, number: NhsNumber) -> &[usize] {
        self.by_nhs_number.get(&number).map_or(&[], Vec::as_slice)
    }

    pub(super) fn with_hospital_number(&self, number: &HospitalNumber) -> &[usize] {
        self.by_hospital_number.get(number).map_or(&[], Vec::as_slice)
    }

    pub(super) fn called(&self, folded: &str) -> &[usize] {
        self.by_name.get(folded).map_or(&[], Vec::as_slice)
    }
}

fn push_once(list: &mut Vec<usize>, at: usize) {
    if !list.contains(&at) {
        list.push(at);
    }
}
