//! Every setting, in one table: its flag, its environment variable, its line in the file, its default.
//!
//! A flag wins over the environment, the environment over the file, the file over the default.

mod table;

use std::{
    collections::{BTreeMap, HashMap},
    net::SocketAddr,
    path::PathBuf,
    time::Duration,
};

use domain::report::{SnapshotHour, SnapshotTimes, sitrep::published::Provider};
pub use table::{SETTINGS, Setting, by_key};

/// The settings as they stand, each with where it came from.
#[derive(Debug, Clone)]
pub struct Settings {
    values: BTreeMap<&'static str, (String, Source)>,
}

/// Where a setting's value came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    Default,
    File,
    Environment,
    Flag,
}

#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    #[error("the settings file {file} cannot be read: {why}")]
    File { file: PathBuf, why: String },
    #[error("the settings file {file} has a line for {key}, and there is no such setting")]
    Unknown { file: PathBuf, key: String },
    #[error("{key} is {value:?}; expected {expected}")]
    Value { key: &'static str, value: String, expected: &'static str },
}

impl Settings {
    /// The settings from the flags that were given, the environment, and the file that one of them names.
    pub fn resolve(flags: &HashMap<String, String>) -> Result<Self, SettingsError> {
        Self::from_parts(flags, &|variable| std::env::var(variable).ok().filter(|value| !value.is_empty()))
    }

    /// The same from an environment that is passed in.
    pub fn from_parts(
        flags: &HashMap<String, String>,
        environment: &dyn Fn(&str) -> Option<String>,
    ) -> Result<Self, SettingsError> {
        let outside = |setting: &Setting| {
            let flag = flags.get(setting.key).map(|value| (value.clone(), Source::Flag));
            flag.or_else(|| environment(setting.variable).map(|value| (value, Source::Environment)))
        };
        let file = outside(by_key("config")).map(|(file, _)| read_file(PathBuf::from(file))).transpose()?.unwrap_or_default();
        let mut values = BTreeMap::new();
        for setting in SETTINGS {
            let from_file = || file.get(setting.key).map(|value| (value.clone(), Source::File));
            let value = outside(setting).or_else(from_file).unwrap_or_else(|| (setting.default.to_owned(), Source::Default));
            values.insert(setting.key, value);
        }
        let settings = Self { values };
        settings.check()?;
        Ok(settings)
    }

    /// The same settings for the demo hospital.
    #[must_use]
    pub fn as_demo(&self) -> Self {
        let mut settings = self.clone();
        settings.values.insert("demo", ("yes".to_owned(), Source::Flag));
        settings
    }

    /// One line a setting: `key = value  # source`. The password of a database's address is left out.
    pub fn table(&self) -> String {
        let line = |setting: &&Setting| {
            let (value, source) = &self.values[setting.key];
            let value = if setting.key == "database-url" { without_password(value) } else { value.clone() };
            format!("{:<18} = {value:<36} # {source}; default {:?}; {}\n", setting.key, setting.default, setting.variable)
        };
        SETTINGS.iter().collect::<Vec<_>>().iter().map(line).collect()
    }

    fn text(&self, key: &'static str) -> &str {
        self.values.get(key).map_or("", |(value, _)| value)
    }

    /// That a value is not what was expected.
    fn wrong(&self, key: &'static str) -> SettingsError {
        SettingsError::Value { key, value: self.text(key).to_owned(), expected: by_key(key).expected }
    }

    fn parsed<T: std::str::FromStr>(&self, key: &'static str) -> Result<T, SettingsError> {
        let value = self.text(key);
        value.parse().map_err(|_| self.wrong(key))
    }

    fn yes_no(&self, key: &'static str) -> Result<bool, SettingsError> {
        match self.text(key) {
            "yes" | "true" => Ok(true),
            "no" | "false" => Ok(false),
            _ => Err(self.wrong(key)),
        }
    }

    fn check(&self) -> Result<(), SettingsError> {
        self.listen()?;
        self.demo()?;
        self.yes_no("json-logs")?;
        self.yes_no("behind-proxy")?;
        self.secure_cookies()?;
        self.certificate()?;
        self.report_patience()?;
        self.hospital().map(|_| ())
    }

    pub fn listen(&self) -> Result<SocketAddr, SettingsError> {
        self.parsed("listen")
    }

    pub fn demo(&self) -> Result<bool, SettingsError> {
        self.yes_no("demo")
    }

    /// The demo hospital has a database of its own unless one is named, so that it never mixes with a real one.
    pub fn database_url(&self) -> &str {
        match self.values.get("database-url") {
            Some((_, Source::Default)) if self.text("demo") == "yes" => "sqlite:var/demo.db",
            _ => self.text("database-url"),
        }
    }

    pub fn site(&self) -> PathBuf {
        PathBuf::from(self.text("site"))
    }

    pub fn log_filter(&self) -> &str {
        self.text("log")
    }

    pub fn json_logs(&self) -> bool {
        self.yes_no("json-logs").unwrap_or(false)
    }

    pub fn behind_proxy(&self) -> bool {
        self.yes_no("behind-proxy").unwrap_or(false)
    }

    /// Whether the browser may send the session over HTTPS alone. `auto`: unless the server listens on this machine only,
    /// without a certificate.
    pub fn secure_cookies(&self) -> Result<bool, SettingsError> {
        if self.text("secure-cookies") == "auto" {
            Ok(self.certificate()?.is_some() || !self.listen()?.ip().is_loopback())
        } else {
            self.yes_no("secure-cookies")
        }
    }

    /// The PEM files of the certificate and of its private key. One without the other is an error.
    pub fn certificate(&self) -> Result<Option<(PathBuf, PathBuf)>, SettingsError> {
        match (self.text("tls-certificate"), self.text("tls-key")) {
            ("", "") => Ok(None),
            ("", _) => Err(self.wrong("tls-certificate")),
            (_, "") => Err(self.wrong("tls-key")),
            (certificate, key) => Ok(Some((PathBuf::from(certificate), PathBuf::from(key)))),
        }
    }

    pub fn report_patience(&self) -> Result<Duration, SettingsError> {
        const KEY: &str = "report-patience";
        Duration::try_from_secs_f64(self.parsed(KEY)?).map_err(|_| self.wrong(KEY))
    }

    pub fn hospital(&self) -> Result<service::Settings, SettingsError> {
        let minutes = |key| self.parsed::<u64>(key).map(Duration::from_mins);
        Ok(service::Settings {
            test_patients: self.demo()?,
            idle_lock: minutes("idle-lock")?,
            session_length: minutes("session-length")?,
            sign_in_tries: self.parsed("sign-in-tries")?,
            escalation: self.parsed("escalate-after")?,
            snapshots: self.snapshots()?,
            provider: self.provider()?,
        })
    }

    /// The demo hospital's trust is as invented as its patients, unless one is named.
    fn provider(&self) -> Result<Provider, SettingsError> {
        const CODE: &str = "organisation-code";
        let code = self.text(CODE);
        if !code.chars().all(|letter| letter.is_ascii_uppercase() || letter.is_ascii_digit()) || code.len() > 5 {
            return Err(self.wrong(CODE));
        }
        if code.is_empty() && self.demo()? {
            let [code, name, icb, region] = ["ZZ9", "ST ALDHELM'S GENERAL", "NHS INVENTED ICB", "NOWHERE"].map(str::to_owned);
            return Ok(Provider { region, icb, code, name });
        }
        let [name, icb, region] = ["organisation-name", "icb", "region"].map(|key| self.text(key).to_owned());
        Ok(Provider { region, icb, code: code.to_owned(), name })
    }

    fn snapshots(&self) -> Result<SnapshotTimes, SettingsError> {
        const KEY: &str = "snapshot-hour";
        if self.text(KEY).is_empty() {
            return Ok(SnapshotTimes::MIDNIGHT);
        }
        SnapshotHour::try_from(self.parsed::<u8>(KEY)?).map(SnapshotTimes::and_at).map_err(|_| self.wrong(KEY))
    }
}

impl std::fmt::Display for Source {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Default => "default",
            Self::File => "file",
            Self::Environment => "environment",
            Self::Flag => "flag",
        })
    }
}

fn read_file(file: PathBuf) -> Result<HashMap<String, String>, SettingsError> {
    let text =
        std::fs::read_to_string(&file).map_err(|error| SettingsError::File { file: file.clone(), why: error.to_string() })?;
    let table: toml::Table =
        text.parse().map_err(|error: toml::de::Error| SettingsError::File { file: file.clone(), why: error.to_string() })?;
    table
        .into_iter()
        .map(|(key, value)| {
            if !SETTINGS.iter().any(|setting| setting.key == key) {
                return Err(SettingsError::Unknown { file: file.clone(), key });
            }
            let value = match value {
                toml::Value::String(text) => text,
                toml::Value::Boolean(yes) => if yes { "yes" } else { "no" }.to_owned(),
                other => other.to_string(),
            };
            Ok((key, value))
        })
        .collect()
}

/// A database's address as it may be shown. A password may hold any of the marks that divide an address, so it goes on to the
/// last `@`; where it may stand behind the `?`, nothing of the address is shown.
fn without_password(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else {
        return url.to_owned();
    };
    if rest.to_lowercase().contains("password=") {
        return format!("{scheme}://…");
    }
    match rest.rsplit_once('@') {
        Some((user, host)) => format!("{scheme}://{}:…@{host}", user.split(':').next().unwrap_or_default()),
        None => url.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn resolve(flags: &[(&str, &str)], environment: &[(&str, &str)]) -> Result<Settings, SettingsError> {
        let flags = flags.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect();
        let environment: HashMap<_, _> = environment.iter().copied().collect();
        Settings::from_parts(&flags, &|variable| environment.get(variable).map(|value| (*value).to_owned()))
    }

    #[test]
    fn a_flag_wins_over_the_environment_and_that_over_the_file() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("homeward.toml");
        std::fs::write(&file, "listen = \"127.0.0.1:1\"\nidle-lock = 3\nsign-in-tries = 4\n").expect("a file");
        let file = file.to_str().expect("a name");
        let environment = [("HOMEWARD_CONFIG", file), ("HOMEWARD_LISTEN", "127.0.0.1:2"), ("HOMEWARD_IDLE_LOCK", "5")];
        let settings = resolve(&[("listen", "127.0.0.1:3")], &environment).expect("settings");
        assert_eq!(settings.listen().expect("an address").port(), 3);
        let hospital = settings.hospital().expect("settings");
        assert_eq!(hospital.idle_lock, Duration::from_mins(5));
        assert_eq!(hospital.sign_in_tries, 4);
        assert!(settings.table().contains("sign-in-tries      = 4"));
        assert!(settings.table().contains("# file; default \"10\""));
    }

    #[test]
    fn the_demo_has_a_database_of_its_own() {
        assert_eq!(resolve(&[], &[]).expect("settings").database_url(), "sqlite:var/homeward.db");
        assert_eq!(resolve(&[("demo", "yes")], &[]).expect("settings").database_url(), "sqlite:var/demo.db");
        let named = resolve(&[("demo", "yes")], &[("DATABASE_URL", "sqlite:/tmp/x.db")]).expect("settings");
        assert_eq!(named.database_url(), "sqlite:/tmp/x.db");
    }

    #[test]
    fn cookies_are_secure_unless_the_server_is_this_machine_s_own() {
        assert!(!resolve(&[], &[]).expect("settings").secure_cookies().expect("an answer"));
        assert!(resolve(&[("listen", "0.0.0.0:3000")], &[]).expect("settings").secure_cookies().expect("an answer"));
        let secured = resolve(&[("tls-certificate", "ward.pem"), ("tls-key", "ward.key")], &[]).expect("settings");
        assert!(secured.secure_cookies().expect("an answer"));
    }

    #[test]
    fn a_certificate_has_a_key() {
        let error = resolve(&[("tls-certificate", "ward.pem")], &[]).expect_err("a problem");
        assert_eq!(
            error.to_string(),
            "tls-key is \"\"; expected the PEM file of the private key that belongs to tls-certificate"
        );
        let error = resolve(&[("tls-key", "ward.key")], &[]).expect_err("a problem");
        assert_eq!(
            error.to_string(),
            "tls-certificate is \"\"; expected the PEM file of the certificate that tls-key belongs to"
        );
    }

    #[test]
    fn a_wrong_value_is_named_with_what_was_expected() {
        let error = resolve(&[("listen", "here")], &[]).expect_err("a problem");
        assert_eq!(error.to_string(), "listen is \"here\"; expected an address and port such as 127.0.0.1:3000");
    }

    #[test]
    fn patients_are_counted_at_midnight_and_at_an_hour_that_is_one() {
        let snapshots = |hour: &str| resolve(&[("snapshot-hour", hour)], &[]).and_then(|settings| settings.snapshots());
        assert_eq!(snapshots("").expect("midnight"), SnapshotTimes::MIDNIGHT);
        assert_eq!(snapshots("8").expect("eight"), SnapshotTimes::and_at(SnapshotHour::try_from(8).expect("an hour")));
        for wrong in ["24", "08:00", "noon"] {
            let error = snapshots(wrong).expect_err("a problem").to_string();
            assert_eq!(
                error,
                format!("snapshot-hour is {wrong:?}; expected an hour from 0 to 23, or nothing for midnight alone")
            );
        }
    }

    #[test]
    fn patience_is_a_number_of_seconds() {
        let patience = |seconds: &str| resolve(&[("report-patience", seconds)], &[]).and_then(|it| it.report_patience());
        assert_eq!(patience("0.5").expect("half a second"), Duration::from_millis(500));
        for wrong in ["-1", "soon", "inf"] {
            let error = patience(wrong).expect_err("a problem").to_string();
            assert_eq!(error, format!("report-patience is {wrong:?}; expected seconds such as 1 or 0.5"));
        }
    }

    #[test]
    fn the_trust_is_named_as_national_files_name_it() {
        let provider = |flags: &[(&str, &str)]| resolve(flags, &[]).and_then(|settings| settings.provider());
        assert_eq!(provider(&[]).expect("nobody"), Provider::default());
        assert!(provider(&[("demo", "yes")]).expect("the demo").is_known());
        let named = [("demo", "yes"), ("organisation-code", "RZZ"), ("organisation-name", "SEVERNSIDE HOSPITALS")];
        assert_eq!(provider(&named).expect("a trust").name, "SEVERNSIDE HOSPITALS");
        for wrong in ["rzz", "R Z", "RZZ999"] {
            assert!(provider(&[("organisation-code", wrong)]).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_database_password_is_not_shown() {
        for (url, shown) in [
            ("postgres://homeward:secret@db/homeward", "postgres://homeward:…@db/homeward "),
            ("postgres://homeward:p@secret@db/homeward", "postgres://homeward:…@db/homeward "),
            ("postgres://homeward:p/secret?@db/homeward", "postgres://homeward:…@db/homeward "),
            ("postgres://db/homeward?user=homeward&password=secret", "postgres://… "),
            ("postgres://db/homeward", "postgres://db/homeward "),
            ("sqlite:var/homeward.db", "sqlite:var/homeward.db "),
        ] {
            let table = resolve(&[], &[("DATABASE_URL", url)]).expect("settings").table();
            assert!(table.contains(&format!("= {shown}")) && !table.contains("secret"), "{table}");
        }
    }

    #[test]
    fn the_docs_have_the_same_table() {
        let docs = include_str!("../../docs/settings.md");
        for setting in SETTINGS {
            let line = format!("| `{}` | `{}` | `{}` | {} |", setting.key, setting.variable, setting.default, setting.help);
            assert!(docs.contains(&line), "docs/settings.md lacks:\n{line}");
        }
        let lines = docs.lines().filter(|line| line.starts_with("| `")).count();
        assert_eq!(lines, SETTINGS.len(), "docs/settings.md names a setting that is gone");
    }
}
