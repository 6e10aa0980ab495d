//! What no row may say, whoever writes it, on both databases.

use entity::view;
use migration::{Migrator, MigratorTrait};
use sea_orm::{ConnectionTrait, DatabaseConnection, EntityTrait, QuerySelect};
use testbed::{databases, empty_databases};

/// One row of each table that has something to refuse. A literal id is text on `SQLite`, which is all the same here.
const MRS_HOLT_AND_HER_STAY: &[&str] = &[
    "INSERT INTO ward (code, name, position) VALUES ('W1', 'Elgar', 1)",
    "INSERT INTO bed (ward, name, position) VALUES ('W1', '3', 1)",
    "INSERT INTO team (code, name, kind, position) VALUES ('pharmacy', 'Pharmacy', 'internal', 1)",
    "INSERT INTO account (id, username, name, password_hash, created_at, password_changed_at) VALUES \
     ('0190a000-0000-7000-8000-000000000001', 'amara', 'Amara Obi', '', \
     '2026-11-01T00:00:00+00:00', '2026-11-01T00:00:00+00:00')",
    "INSERT INTO account_role (id, account_id, role) VALUES \
     ('0190a000-0000-7000-8000-000000000002', '0190a000-0000-7000-8000-000000000001', 'trust lead')",
    "INSERT INTO patient (id, nhs_number, hospital_number, family_name, given_name, sex) VALUES \
     ('0190a000-0000-7000-8000-000000000003', '9999999999', 'H1', 'Holt', 'Edith', 'female')",
    "INSERT INTO patient_alias (kind, value, patient_id) VALUES \
     ('hospital number', 'H0', '0190a000-0000-7000-8000-000000000003')",
    "INSERT INTO stay (id, patient_id, ward, admitted_at, criteria, field_versions, version, last_hash) VALUES \
     ('0190a000-0000-7000-8000-000000000004', '0190a000-0000-7000-8000-000000000003', 'W1', \
     '2026-11-01T00:00:00+00:00', 'met', '{}', 0, '')",
    "INSERT INTO residence_review (stay_id, number, outcome, criteria, reviewed_by, reviewed_at, on_date) VALUES \
     ('0190a000-0000-7000-8000-000000000004', 1, 'met', '[]', 'Amara Obi', \
     '2026-11-01T00:00:00+00:00', '2026-11-01')",
    "INSERT INTO task (stay_id, number, kind, title, owner_team, state, created_at, changed_at, changed_by) \
     VALUES ('0190a000-0000-7000-8000-000000000004', 1, 'T01', 'TTO', 'pharmacy', 'to do', \
     '2026-11-01T00:00:00+00:00', '2026-11-01T00:00:00+00:00', 'Amara Obi')",
    "INSERT INTO view (id, at, account_id, account_name, what, stay_id) VALUES \
     ('0190a000-0000-7000-8000-000000000005', '2026-11-01T00:00:00+00:00', '0190a000-0000-7000-8000-000000000001', 'Amara Obi', \
     'search', '0190a000-0000-7000-8000-000000000004')",
    "INSERT INTO note (stay_id, number, text, visibility, author_name, written_at) VALUES \
     ('0190a000-0000-7000-8000-000000000004', 1, 'Daughter at home', 'internal', 'Amara Obi', '2026-11-01T00:00:00+00:00')",
    "INSERT INTO census_rules (edition, rules) VALUES ('ab', '{}')",
    "INSERT INTO census (at, version, counted_at, row_count, rules_edition) VALUES \
     ('2026-11-02T00:00:00+00:00', 1, '2026-11-02T00:01:00+00:00', 1, 'ab')",
    "INSERT INTO census_row (at, version, stay_id, ward, admitted_on, length_of_stay, criteria) VALUES \
     ('2026-11-02T00:00:00+00:00', 1, '0190a000-0000-7000-8000-000000000004', 'W1', '2026-11-01', 1, 'met')",
    "INSERT INTO long_stay_review (stay_id, week, version, agreed, standing, written_by_id, written_by, written_at) VALUES \
     ('0190a000-0000-7000-8000-000000000004', '2026-11-02', 1, '{}', '{}', '0190a000-0000-7000-8000-000000000001', 'Amara Obi', \
     '2026-11-04T09:00:00+00:00')",
    "INSERT INTO long_stay_sign_off (week, number, reviewed, patients, present, signed_by_id, signed_by, signed_at) VALUES \
     ('2026-11-02', 1, 1, 2, 'Dr Shah', '0190a000-0000-7000-8000-000000000001', 'Amara Obi', '2026-11-04T09:00:00+00:00')",
    "INSERT INTO situation_report (day, version, figures, signed_by_id, signed_by, signed_at) VALUES \
     ('2026-11-01', 1, '{}', '0190a000-0000-7000-8000-000000000001', 'Amara Obi', '2026-11-02T09:00:00+00:00')",
    "INSERT INTO chart_decision (id, chart, rebased_from, reason, decided_at, decided_by) VALUES \
     ('0190a000-0000-7000-8000-000000000006', 'delay-days', '2026-11-02', 'New ward', '2026-11-03T00:00:00+00:00', 'Grace Bell')",
];

const REFUSED: &[&str] = &[
    "UPDATE patient SET sex = 'F'",
    "UPDATE patient SET nhs_number = '999 999 9999'",
    "UPDATE patient_alias SET kind = 'passport'",
    "UPDATE patient_alias SET patient_id = '0190a000-0000-7000-8000-00000000ffff'",
    "UPDATE team SET kind = 'external'",
    "UPDATE bed SET ward = 'W9'",
    "UPDATE account SET username = 'Amara'",
    "UPDATE account_role SET role = 'matron'",
    "UPDATE account_role SET team = 'porters'",
    "INSERT INTO account_role (id, account_id, role) VALUES \
     ('0190a000-0000-7000-8000-00000000ffff', '0190a000-0000-7000-8000-000000000001', 'trust lead')",
    "UPDATE stay SET criteria = 'unknown'",
    "UPDATE stay SET pathway_proposed = '4'",
    "UPDATE stay SET pathway_agreed = 'P1'",
    "UPDATE stay SET pathway_actual = ''",
    "UPDATE stay SET ward = 'W9'",
    "UPDATE stay SET classification = 'Day case'",
    "UPDATE stay SET admission_method = '21'",
    "UPDATE chart_decision SET target = 40",
    "UPDATE chart_decision SET rebased_from = NULL",
    "UPDATE chart_decision SET reason = NULL",
    "UPDATE chart_decision SET pathway = 'P1'",
    "UPDATE chart_decision SET withdrawn_at = '2026-11-04T00:00:00+00:00'",
    "UPDATE residence_review SET outcome = 'not reviewed'",
    "UPDATE task SET state = 'reopened'",
    "UPDATE task SET state = 'done'",
    "UPDATE task SET finished_at = '2026-11-01T00:00:00+00:00'",
    "UPDATE task SET waiting_for = 'transport'",
    "UPDATE note SET visibility = 'public'",
    "UPDATE view SET what = 'glance'",
    "UPDATE view SET stay_id = '0190a000-0000-7000-8000-00000000ffff'",
    "INSERT INTO log_head (id, sequence) VALUES (2, 0)",
    "UPDATE census SET reason = 'A late entry'",
    "INSERT INTO census (at, version, counted_at, row_count, rules_edition) VALUES \
     ('2026-11-02T00:00:00+00:00', 1, '2026-11-02T00:02:00+00:00', 0, 'ab')",
    "INSERT INTO census (at, version, counted_at, row_count, rules_edition) VALUES \
     ('2026-11-02T00:00:00+00:00', 2, '2026-11-02T00:02:00+00:00', 0, 'ab')",
    "UPDATE census SET rules_edition = 'cd'",
    "UPDATE census_row SET version = 2",
    "UPDATE census_row SET criteria = 'unknown'",
    "UPDATE census_row SET pathway = 'P1'",
    "UPDATE census_row SET colour = 'red'",
    "UPDATE census_row SET stay_id = '0190a000-0000-7000-8000-00000000ffff'",
    "UPDATE long_stay_review SET version = 0",
    "UPDATE long_stay_review SET stay_id = '0190a000-0000-7000-8000-00000000ffff'",
    "UPDATE long_stay_sign_off SET reviewed = 3",
    "UPDATE situation_report SET reason = 'A late entry'",
    "INSERT INTO situation_report (day, version, figures, signed_by_id, signed_by, signed_at) VALUES \
     ('2026-11-01', 1, '{}', '0190a000-0000-7000-8000-000000000001', 'Tom Reyes', '2026-11-02T09:00:01+00:00')",
    "INSERT INTO situation_report (day, version, figures, signed_by_id, signed_by, signed_at) VALUES \
     ('2026-11-01', 2, '{}', '0190a000-0000-7000-8000-000000000001', 'Tom Reyes', '2026-11-02T09:00:01+00:00')",
];

const ACCEPTED: &[&str] = &[
    "UPDATE patient SET nhs_number = NULL, sex = 'not known'",
    "UPDATE account_role SET ward = 'W1', team = 'pharmacy'",
    "UPDATE stay SET pathway_proposed = '0', criteria = 'not met'",
    "UPDATE task SET state = 'done', finished_at = '2026-11-01T00:00:00+00:00'",
    "UPDATE task SET state = 'waiting', finished_at = NULL, waiting_for = 'availability'",
    "UPDATE view SET what = 'patient page'",
    "UPDATE view SET what = 'long-stay review'",
    "UPDATE log_head SET sequence = sequence + 3",
    "INSERT INTO census (at, version, counted_at, reason, row_count, rules_edition) VALUES \
     ('2026-11-02T00:00:00+00:00', 2, '2026-11-02T00:02:00+00:00', 'A late entry', 0, 'ab')",
    "UPDATE census_row SET version = 2, colour = 'red', red_cause = 'test not done', pathway = '1'",
];

async fn run(connection: &DatabaseConnection, sql: &str) -> bool {
    connection.execute_unprepared(sql).await.is_ok()
}

#[tokio::test]
async fn a_wrong_word_is_refused_and_a_right_one_is_not() {
    for database in &databases().await {
        let connection = database.open().await;
        for sql in MRS_HOLT_AND_HER_STAY {
            connection.execute_unprepared(sql).await.expect(sql);
        }
        for sql in REFUSED {
            assert!(!run(&connection, sql).await, "{} let pass: {sql}", database.url());
        }
        for sql in ACCEPTED {
            assert!(run(&connection, sql).await, "{} refused: {sql}", database.url());
        }
    }
}

#[tokio::test]
async fn looks_stay_on_record_when_their_table_is_made_anew() {
    let before = |name: &str| name < "m0025_views_in_reviews";
    let steps = Migrator::migrations().iter().filter(|migration| before(migration.name())).count();
    for database in &empty_databases().await {
        let connection = database.open().await;
        Migrator::up(&connection, Some(u32::try_from(steps).expect("few"))).await.expect("the migrations run");
        for sql in MRS_HOLT_AND_HER_STAY {
            connection.execute_unprepared(sql).await.expect(sql);
        }
        Migrator::up(&connection, None).await.expect("the rest runs");
        assert_eq!(looks(&connection).await, ["Amara Obi: search"], "{}", database.url());
    }
}

/// Who looked, and where. The ids were written as text, which the entity doesn't read on `SQLite`.
async fn looks(connection: &DatabaseConnection) -> Vec<String> {
    let columns = view::Entity::find().select_only().columns([view::Column::AccountName, view::Column::What]);
    let rows: Vec<(String, String)> = columns.into_tuple().all(connection).await.expect("the table is read");
    rows.into_iter().map(|(name, what)| format!("{name}: {what}")).collect()
}
