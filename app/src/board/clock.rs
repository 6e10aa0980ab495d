//! The server's clock, carried on by the device's own between two beats.

use chrono::{DateTime, TimeDelta, Utc};

#[derive(Debug, Clone, Copy)]
pub struct ServerClock {
    at: DateTime<Utc>,
    /// The device's milliseconds at that moment; `None` until the page is alive.
    device: Option<f64>,
}

impl ServerClock {
    /// A clock that shows the moment at which the page was rendered.
    pub fn stopped(at: DateTime<Utc>) -> Self {
        Self { at, device: None }
    }

    pub fn running(at: DateTime<Utc>, device: f64) -> Self {
        Self { at, device: Some(device) }
    }

    pub fn is_stopped(self) -> bool {
        self.device.is_none()
    }

    pub fn started(self, device: f64) -> Self {
        Self { device: Some(device), ..self }
    }

    pub fn read(self, device: f64) -> DateTime<Utc> {
        #[expect(clippy::cast_possible_truncation, reason = "a difference of milliseconds")]
        let passed = self.device.map_or(0, |then| (device - then).max(0.0) as i64);
        self.at + TimeDelta::milliseconds(passed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_by_the_device_from_the_servers_time() {
        let at: DateTime<Utc> = "2026-03-05T10:00:00Z".parse().expect("an instant");
        assert_eq!(ServerClock::stopped(at).read(99_000.0), at);
        let clock = ServerClock::running(at, 1_000.0);
        assert_eq!(clock.read(61_000.0), at + TimeDelta::minutes(1));
        assert_eq!(clock.read(0.0), at, "a device's clock that is set back stops it");
    }
}
