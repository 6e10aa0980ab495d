//! The bands in which stays and delays are counted. Bounds are whole days and belong to the band (`domain.md` 3.5, 3.6).

use crate::length_of_stay::LongStay;

/// The counts that add up from the longest stays: 7+ contains 14+, and 14+ contains 21+.
pub const LONG_STAYS: [LongStay; 3] = [LongStay::SevenPlus, LongStay::FourteenPlus, LongStay::TwentyOnePlus];

macro_rules! bands {
    ($(#[$doc:meta])* $name:ident { $($band:ident: $least:literal, $label:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($band,)+
        }

        impl $name {
            /// The shortest first.
            pub const ALL: &[Self] = &[$(Self::$band,)+];

            /// The band of a number of whole days.
            pub fn of(days: u32) -> Self {
                Self::ALL.iter().rev().copied().find(|band| band.least_days() <= days).unwrap_or(Self::ALL[0])
            }

            /// The fewest days in the band.
            pub fn least_days(self) -> u32 {
                match self {
                    $(Self::$band => $least,)+
                }
            }

            /// "7–13", with an en dash.
            pub fn label(self) -> &'static str {
                match self {
                    $(Self::$band => $label,)+
                }
            }
        }
    };
}

bands! {
    /// Length of stay in nights.
    LengthBand {
        UnderSeven: 0, "0–6";
        FromSeven: 7, "7–13";
        FromFourteen: 14, "14–20";
        FromTwentyOne: 21, "21–27";
        FromTwentyEight: 28, "28–49";
        FiftyPlus: 50, "50+";
    }
}

bands! {
    /// Days from the discharge ready date to the discharge.
    DelayBand {
        OnTheDay: 0, "0";
        One: 1, "1";
        FromTwo: 2, "2–3";
        FromFour: 4, "4–6";
        FromSeven: 7, "7–13";
        FromFourteen: 14, "14–20";
        TwentyOnePlus: 21, "21+";
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// "2–3" holds 2 and 3 alone, "50+" everything from 50.
    fn holds(label: &str, days: u32) -> bool {
        let number = |text: &str| text.parse::<u32>().expect("a number");
        if let Some(least) = label.strip_suffix('+') {
            return days >= number(least);
        }
        let (least, most) = label.split_once('–').unwrap_or((label, label));
        (number(least)..=number(most)).contains(&days)
    }

    #[test]
    fn every_number_of_days_is_in_the_one_band_that_says_so() {
        for days in (0..100).chain([4_000, u32::MAX]) {
            let lengths: Vec<_> = LengthBand::ALL.iter().filter(|band| holds(band.label(), days)).collect();
            let delays: Vec<_> = DelayBand::ALL.iter().filter(|band| holds(band.label(), days)).collect();
            assert_eq!((lengths, delays), (vec![&LengthBand::of(days)], vec![&DelayBand::of(days)]), "{days}");
        }
    }

    #[test]
    fn the_longest_stays_are_in_every_long_stay_count() {
        let counts = |days| LONG_STAYS.map(|long| long.includes(days));
        assert_eq!(counts(6), [false, false, false]);
        assert_eq!(counts(7), [true, false, false]);
        assert_eq!(counts(20), [true, true, false]);
        assert_eq!(counts(21), [true, true, true]);
    }
}
