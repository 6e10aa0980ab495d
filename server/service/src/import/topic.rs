//! What a column of a ward's list is about, told from its heading.

use domain::KindCode;

/// The things that a list says of a patient.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Topic {
    Ward,
    Bay,
    Bed,
    Name,
    FamilyName,
    GivenName,
    Title,
    NhsNumber,
    HospitalNumber,
    Born,
    Sex,
    Admitted,
    ExpectedDischarge,
    /// "Yes" means that the patient needs the bed.
    MeetsCriteria,
    /// "Yes" means that the patient could leave: medically fit, medically optimised, no criteria to reside.
    MeetsNoCriteria,
    ProposedPathway,
    AgreedPathway,
    Consultant,
    Specialty,
    LocalAuthority,
    Classification,
    AdmissionMethod,
    WhatMatters,
    Task(KindCode),
}

impl Topic {
    /// Reads a heading as wards write it, whatever its capitals and points. Headings of tasks are not among these: the
    /// trust edits their catalogue.
    pub(super) fn of(heading: &str) -> Option<Self> {
        Some(match fold(heading).as_str() {
            "ward" | "wardname" | "wardcode" | "wd" | "currentward" => Self::Ward,
            "bay" | "bayno" | "baynumber" | "room" => Self::Bay,
            "bed" | "bedno" | "bednumber" | "bednum" | "bedspace" | "location" | "loc" | "baybed" => Self::Bed,
            "name" | "patient" | "patientname" | "patientsname" | "fullname" | "ptname" => Self::Name,
            "surname" | "familyname" | "lastname" => Self::FamilyName,
            "forename" | "forenames" | "givenname" | "givennames" | "firstname" | "firstnames" => Self::GivenName,
            "title" => Self::Title,
            "nhs" | "nhsno" | "nhsnumber" | "nhsnum" => Self::NhsNumber,
            "hospitalno" | "hospitalnumber" | "hospitalnum" | "hospno" | "hospnumber" | "hospnum" | "hosp" | "mrn" | "pasno"
            | "pasnumber" | "pasid" | "unitno" | "unitnumber" | "rxr" | "rxrno" | "rxrnumber" | "patientid" | "localid"
            | "knumber" | "districtno" => Self::HospitalNumber,
            "dob" | "born" | "dateofbirth" | "birthdate" => Self::Born,
            "sex" | "gender" | "mf" => Self::Sex,
            "admitted" | "admission" | "admissiondate" | "admdate" | "doa" | "dateofadmission" | "dateadmitted" | "adm"
            | "admittedon" | "admitdate" | "admissiondatetime" => Self::Admitted,
            "edd"
            | "pdd"
            | "edod"
            | "expecteddischarge"
            | "expecteddateofdischarge"
            | "expecteddischargedate"
            | "estimateddischarge"
            | "estimateddateofdischarge"
            | "estimateddischargedate"
            | "predicteddateofdischarge"
            | "predicteddischargedate" => Self::ExpectedDischarge,
            "ctr"
            | "c2r"
            | "criteria"
            | "criteriatoreside"
            | "meetsctr"
            | "meetsc2r"
            | "meetscriteria"
            | "meetscriteriatoreside"
            | "reasontoreside"
            | "r2r"
            | "rtr"
            | "ctrmet"
            | "c2rmet" => Self::MeetsCriteria,
            "mffd"
            | "mofd"
            | "msft"
            | "nctr"
            | "nc2r"
            | "mff"
            | "mfft"
            | "medicallyfit"
            | "medicallyoptimised"
            | "medicallyfitfordischarge"
            | "medicallyoptimisedfordischarge"
            | "medicallysafefortransfer"
            | "nocriteriatoreside" => Self::MeetsNoCriteria,
            "pathway" | "pw" | "dischargepathway" | "dcpathway" | "proposedpathway" | "pathwayproposed" | "d2apathway" => {
                Self::ProposedPathway
            }
            "agreedpathway" | "pathwayagreed" | "confirmedpathway" => Self::AgreedPathway,
            "consultant" | "cons" | "consultantname" | "responsibleconsultant" => Self::Consultant,
            "specialty" | "speciality" | "spec" => Self::Specialty,
            "localauthority" | "council" | "utla" | "lautla" | "localauthorityname" | "laofresidence" | "socialservices" => {
                Self::LocalAuthority
            }
            "patientclassification" | "patientclass" | "classification" | "ptclass" | "patientclassificationcode" => {
                Self::Classification
            }
            "admissionmethod"
            | "methodofadmission"
            | "admmethod"
            | "admissiontype"
            | "admtype"
            | "admissionmethodcode"
            | "moa"
            | "electiveemergency"
            | "emergencyelective" => Self::AdmissionMethod,
            "whatmatters" | "whatmatterstome" | "whatmatterstoyou" | "whatmatterstopatient" => Self::WhatMatters,
            _ => return None,
        })
    }
}

/// Letters and digits only, lower case: "D.O.B." and "dob" are one.
pub(super) fn fold(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("Ward", Topic::Ward)]
    #[case("Bed No.", Topic::Bed)]
    #[case("Location", Topic::Bed)]
    #[case("PATIENT NAME", Topic::Name)]
    #[case("Patient", Topic::Name)]
    #[case("Surname", Topic::FamilyName)]
    #[case("Forename(s)", Topic::GivenName)]
    #[case("NHS No", Topic::NhsNumber)]
    #[case("NHS Number:", Topic::NhsNumber)]
    #[case("Hosp. No", Topic::HospitalNumber)]
    #[case("MRN", Topic::HospitalNumber)]
    #[case("RXR", Topic::HospitalNumber)]
    #[case("D.O.B.", Topic::Born)]
    #[case("DOA", Topic::Admitted)]
    #[case("Adm date", Topic::Admitted)]
    #[case("PDD", Topic::ExpectedDischarge)]
    #[case("C2R", Topic::MeetsCriteria)]
    #[case("Criteria to Reside?", Topic::MeetsCriteria)]
    #[case("MFFD", Topic::MeetsNoCriteria)]
    #[case("MOFD", Topic::MeetsNoCriteria)]
    #[case("NCTR", Topic::MeetsNoCriteria)]
    #[case("PW", Topic::ProposedPathway)]
    #[case("Agreed pathway", Topic::AgreedPathway)]
    #[case("Local Authority", Topic::LocalAuthority)]
    #[case("Patient Classification", Topic::Classification)]
    #[case("Pt class", Topic::Classification)]
    #[case("Method of admission", Topic::AdmissionMethod)]
    #[case("Elective / Emergency", Topic::AdmissionMethod)]
    #[case("What matters to me", Topic::WhatMatters)]
    fn headings_as_wards_write_them(#[case] heading: &str, #[case] topic: Topic) {
        assert_eq!(Topic::of(heading), Some(topic));
    }

    #[rstest]
    #[case("Diagnosis")]
    #[case("Age")]
    #[case("")]
    #[case("TTO")]
    fn other_headings_are_left_to_others(#[case] heading: &str) {
        assert_eq!(Topic::of(heading), None);
    }
}
