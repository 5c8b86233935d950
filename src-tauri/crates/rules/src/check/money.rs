//! Amounts of money in a text.

use rust_decimal::Decimal;

/// An amount of money in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Money {
    /// As it is written.
    pub(super) text: String,
    /// In pounds, without its sign.
    pub(super) pounds: Decimal,
    /// The last place that is written, in pounds.
    pub(super) unit: Decimal,
}

/// The amounts of money of a text: “£135k”, “£1.2m”, “£486,444”, “£2 million”.
pub(super) fn amounts_of_money(text: &str) -> Vec<Money> {
    let after_sign = text
        .match_indices('£')
        .map(|(at, sign)| (at, at + sign.len()));
    after_sign
        .filter_map(|(at, from)| {
            let rest = &text[from..];
            let in_number = |c: char| c.is_ascii_digit() || c == ',' || c == '.';
            let end = rest.find(|c: char| !in_number(c)).unwrap_or(rest.len());
            let number = rest[..end].trim_end_matches([',', '.']);
            let amount: Decimal = number.replace(',', "").parse().ok()?;
            let rest = &rest[number.len()..];
            let lower = rest.to_lowercase();
            let scales = [
                ("k", 1_000),
                ("'000", 1_000),
                ("’000", 1_000),
                (" thousand", 1_000),
                ("m", 1_000_000),
                ("million", 1_000_000),
                (" million", 1_000_000),
            ];
            let stands_alone = |word: &str| {
                let after = lower.strip_prefix(word);
                after.is_some_and(|after| !after.starts_with(char::is_alphanumeric))
            };
            let scale = scales.into_iter().find(|(word, _)| stands_alone(word));
            let (word, pounds) = scale.unwrap_or(("", 1));
            let pounds = Decimal::from(pounds);
            Some(Money {
                text: format!(
                    "{}{}",
                    &text[at..from + number.len()],
                    rest.get(..word.len())?
                ),
                unit: Decimal::new(1, amount.scale()).checked_mul(pounds)?,
                pounds: amount.checked_mul(pounds)?,
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_in_pounds() {
        for (text, expected) in [
            (
                "£135k more, of which £90k",
                "£135k=135000±1000 £90k=90000±1000",
            ),
            (
                "£1.2m and £2 million.",
                "£1.2m=1200000.0±100000.0 £2 million=2000000±1000000",
            ),
            ("£486,444, then £5.", "£486,444=486444±1 £5=5±1"),
            ("£40 thousand", "£40 thousand=40000±1000"),
            ("£12 more", "£12=12±1"),
            ("£ and £, 135k", ""),
        ] {
            let found = amounts_of_money(text).into_iter();
            let found =
                found.map(|money| format!("{}={}±{}", money.text, money.pounds, money.unit));
            assert_eq!(found.collect::<Vec<_>>().join(" "), expected, "{text}");
        }
    }
}
