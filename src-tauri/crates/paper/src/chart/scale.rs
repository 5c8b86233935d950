//! A scale of round figures, worked out in decimals.

use rust_decimal::Decimal;

use super::Unit;

/// A scale with its ticks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Scale {
    pub low: Decimal,
    pub high: Decimal,
    pub ticks: Vec<Decimal>,
    decimals: u32,
}

impl Scale {
    /// A scale that holds every value, in about four round steps.
    ///
    /// `from_zero` makes it start at zero, as bars need. A line's scale starts at zero too unless
    /// its figures keep well away from it. It covers at least a tenth of the largest figure, so
    /// that a small change does not look like a large one, but does not reach below zero or, for
    /// percentages, above 100 when no figure does. No step is finer than the figures themselves.
    pub fn over(values: &[Decimal], from_zero: bool, unit: &Unit) -> Option<Self> {
        let mut low = *values.iter().min()?;
        let mut high = *values.iter().max()?;
        let finest = Decimal::new(1, values.iter().map(|v| v.normalize().scale()).max()?);
        let spread = high - low;
        let near_zero = low.abs().min(high.abs()) <= spread * Decimal::TWO;
        if from_zero || near_zero {
            low = low.min(Decimal::ZERO);
            high = high.max(Decimal::ZERO);
        }
        let (least, most) = (low, high);
        let room = (low.abs().max(high.abs()) / Decimal::TEN - (high - low)) / Decimal::TWO;
        if room > Decimal::ZERO || low == high {
            let room = room.max(finest);
            low -= room;
            high += room;
        }
        if least > Decimal::ZERO {
            low = low.max(Decimal::ZERO);
        }
        if unit.after == "%" && most <= Decimal::ONE_HUNDRED {
            high = high.min(Decimal::ONE_HUNDRED);
        }
        let step = round_step((high - low) / Decimal::from(4), finest);
        let mut first = (low / step).floor();
        if first * step == least && least > Decimal::ZERO {
            // The least figure stands clear of the foot, where the names of the periods are.
            first -= Decimal::ONE;
        }
        let last = (high / step).ceil();
        let mut ticks = Vec::new();
        let mut at = first;
        while at <= last {
            ticks.push(at * step);
            at += Decimal::ONE;
        }
        Some(Self {
            low: first * step,
            high: last * step,
            ticks,
            decimals: step.normalize().scale(),
        })
    }

    /// Where a value lies, from 0 at the foot to 1 at the top.
    pub fn share(&self, value: Decimal) -> f64 {
        let share = (value - self.low) / (self.high - self.low);
        // A place on the canvas, not a figure: binary floating point is right here.
        share.round_dp(9).try_into().unwrap_or(0.0)
    }

    /// A tick's words: thousands parted, as many decimals as the step has, a true minus sign.
    pub fn words(&self, tick: Decimal, unit: &Unit) -> String {
        let digits = format!("{:.*}", self.decimals as usize, tick.abs());
        let (whole, part) = digits.split_once('.').unwrap_or((&digits, ""));
        let mut words = String::new();
        if tick < Decimal::ZERO {
            words.push('\u{2212}');
        }
        words.push_str(&unit.before);
        for (at, digit) in whole.chars().enumerate() {
            if at > 0 && (whole.len() - at).is_multiple_of(3) {
                words.push(',');
            }
            words.push(digit);
        }
        if !part.is_empty() {
            words.push('.');
            words.push_str(part);
        }
        words.push_str(&unit.after);
        words
    }
}

/// The next of 1, 2, 2.5, 5, 10 times a power of ten that is no less than `raw`, which is positive,
/// and a whole number of `finest`.
fn round_step(raw: Decimal, finest: Decimal) -> Decimal {
    let mut power = Decimal::ONE;
    while raw >= power * Decimal::TEN {
        power *= Decimal::TEN;
    }
    while raw < power && power.scale() < 20 {
        power /= Decimal::TEN;
    }
    [10, 20, 25, 50, 100]
        .into_iter()
        .map(|tenths| power * Decimal::new(tenths, 1))
        .find(|step| *step >= raw && (*step % finest).is_zero())
        .unwrap_or(finest)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn ticks(values: &[&str], from_zero: bool) -> String {
        let values: Vec<Decimal> = values.iter().map(|v| v.parse().unwrap()).collect();
        let scale = Scale::over(&values, from_zero, &Unit::default()).unwrap();
        assert!(scale.low <= *values.iter().min().unwrap());
        assert!(scale.high >= *values.iter().max().unwrap());
        let words: Vec<String> = scale
            .ticks
            .iter()
            .map(|t| scale.words(*t, &Unit::default()))
            .collect();
        words.join(" ")
    }

    #[test]
    fn ticks_are_round() {
        for (values, from_zero, expected) in [
            (&["0", "100"][..], false, "0 25 50 75 100"),
            (&["66.7", "67.0"], false, "62 64 66 68 70 72"),
            (&["66.7", "67.0"], true, "0 20 40 60 80"),
            (&["0.1", "0.2", "0.3"], false, "0.0 0.1 0.2 0.3"),
            (&["5", "5", "5"], false, "4 5 6"),
            (&["0"], false, "\u{2212}1 0 1"),
            (
                &["-12", "7"],
                false,
                "\u{2212}15 \u{2212}10 \u{2212}5 0 5 10",
            ),
            (
                &["484444", "1250000"],
                false,
                "0 500,000 1,000,000 1,500,000",
            ),
            (&["1", "2"], false, "0 1 2"),
            (&["4", "-6"], false, "\u{2212}10 \u{2212}5 0 5"),
            (&["-3", "-3"], true, "\u{2212}3 \u{2212}2 \u{2212}1 0"),
        ] {
            assert_eq!(ticks(values, from_zero), expected, "{values:?}");
        }
    }

    #[test]
    fn the_largest_figures_fit() {
        ticks(&["-999999999999999999", "999999999999999999"], false);
        ticks(&["0.000000000000000001", "0.000000000000000003"], false);
    }

    #[test]
    fn percentages_stop_at_a_hundred() {
        let unit = Unit {
            before: String::new(),
            after: "%".into(),
        };
        let high = |text: &str| {
            Scale::over(&[text.parse().unwrap()], false, &unit)
                .unwrap()
                .high
        };
        assert_eq!(high("98.5"), Decimal::ONE_HUNDRED);
        assert!(high("104") > Decimal::ONE_HUNDRED);
    }

    #[test]
    fn units_stand_where_they_belong() {
        let unit = Unit {
            before: "£".into(),
            after: "k".into(),
        };
        let values = [Decimal::from(-2000), Decimal::from(4000)];
        let scale = Scale::over(&values, true, &unit).unwrap();
        assert_eq!(scale.words(Decimal::from(-2000), &unit), "\u{2212}£2,000k");
    }
}
