//! The table of settings. `docs/settings.md` is compared with it by a test.

/// One setting.
#[derive(Debug)]
pub struct Setting {
    /// The flag without its dashes, and the line in the file.
    pub key: &'static str,
    pub variable: &'static str,
    pub default: &'static str,
    pub help: &'static str,
    /// What a value looks like, for the message about a wrong one.
    pub expected: &'static str,
}

const fn setting(
    key: &'static str,
    variable: &'static str,
    default: &'static str,
    help: &'static str,
    expected: &'static str,
) -> Setting {
    Setting { key, variable, default, help, expected }
}

#[rustfmt::skip]
pub const SETTINGS: &[Setting] = &[
    setting("config", "HOMEWARD_CONFIG", "", "A TOML file with a line for any of these settings", "a file"),
    setting("listen", "HOMEWARD_LISTEN", "127.0.0.1:3000", "Address and port to serve on; port 0 takes a free one", "an address and port such as 127.0.0.1:3000"),
    setting("database-url", "DATABASE_URL", "sqlite:var/homeward.db", "`sqlite:FILE` or `postgres://USER:PASSWORD@HOST/NAME`; the demo has `sqlite:var/demo.db` unless one is named", "a database's address"),
    setting("demo", "HOMEWARD_DEMO", "no", "Serve the invented demo hospital, filled the first time, with its known password", "yes or no"),
    setting("site", "HOMEWARD_SITE", "target/site", "The folder with the built styles and browser part", "a folder"),
    setting("tls-certificate", "HOMEWARD_TLS_CERTIFICATE", "", "Speak HTTPS and HTTP/2 under the certificate in this PEM file, its chain behind it; read again at the signal SIGHUP", "the PEM file of the certificate that tls-key belongs to"),
    setting("tls-key", "HOMEWARD_TLS_KEY", "", "The PEM file of the certificate's private key", "the PEM file of the private key that belongs to tls-certificate"),
    setting("secure-cookies", "HOMEWARD_SECURE_COOKIES", "auto", "Whether sessions go over HTTPS alone; auto: unless the server listens on this machine only, without a certificate", "auto, yes or no"),
    setting("behind-proxy", "HOMEWARD_BEHIND_PROXY", "no", "Take the visitor's address from the last `X-Forwarded-For`, which the proxy in front must set", "yes or no"),
    setting("idle-lock", "HOMEWARD_IDLE_LOCK", "15", "Minutes without a touch after which the password is asked again", "minutes"),
    setting("session-length", "HOMEWARD_SESSION_LENGTH", "720", "Minutes after which a session ends", "minutes"),
    setting("sign-in-tries", "HOMEWARD_SIGN_IN_TRIES", "10", "Wrong passwords that an account may give in 15 minutes; an address has ten times as many", "a number"),
    setting("escalate-after", "HOMEWARD_ESCALATE_AFTER", "4,24,72", "Hours that a blocking task is late when it climbs to the coordinator, the matron and the executive", "three numbers of hours, each more than the one before, such as 4,24,72"),
    setting("snapshot-hour", "HOMEWARD_SNAPSHOT_HOUR", "", "A second hour of the ward clock at which patients are counted besides midnight, such as 8 for the situation report", "an hour from 0 to 23, or nothing for midnight alone"),
    setting("report-patience", "HOMEWARD_REPORT_PATIENCE", "1", "Seconds that somebody waits for a report before the page says that it is being counted", "seconds such as 1 or 0.5"),
    setting("organisation-code", "HOMEWARD_ORGANISATION_CODE", "", "The trust's code in national files; the demo hospital has an invented one", "an organisation code such as RZZ"),
    setting("organisation-name", "HOMEWARD_ORGANISATION_NAME", "", "The trust's name in national files", "a name"),
    setting("icb", "HOMEWARD_ICB", "", "The integrated care board in national files", "a name"),
    setting("region", "HOMEWARD_REGION", "", "The NHS region in national files", "a name"),
    setting("log", "HOMEWARD_LOG", "info", "What to log, as `info` or `info,service=debug`", "a log filter"),
    setting("json-logs", "HOMEWARD_JSON_LOGS", "no", "Log lines as JSON", "yes or no"),
];

/// The setting with this key. Keys are written out in the code alone: one that is not there is mistyped.
pub fn by_key(key: &str) -> &'static Setting {
    SETTINGS.iter().find(|setting| setting.key == key).unwrap_or_else(|| unreachable!("{key} is no setting"))
}
