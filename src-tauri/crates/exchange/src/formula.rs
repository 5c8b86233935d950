//! Keeps words from becoming formulas in a spreadsheet.
//!
//! A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula. Such words leave
//! with an apostrophe before them, the spreadsheets' own mark for “these are words”, and lose it
//! when they come back. Plain numbers and a lone dash are left as they are.

use std::borrow::Cow;

/// The cell as it may stand in a spreadsheet.
pub(crate) fn guarded(cell: &str) -> Cow<'_, str> {
    if could_be_formula(cell.trim_start_matches('\'')) {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

/// The cell that [`guarded`] was given. A cell that nobody guarded is left as it is.
pub(crate) fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if could_be_formula(rest.trim_start_matches('\'')) => rest,
        _ => cell,
    }
}

fn could_be_formula(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@']) && cell != "-" && !is_plain_number(cell)
}

/// Digits with a sign, grouping commas, a point or a per cent sign: nothing a formula could be.
fn is_plain_number(cell: &str) -> bool {
    let digits = cell.strip_prefix(['-', '+']).unwrap_or(cell);
    digits.starts_with(|c: char| c.is_ascii_digit())
        && digits
            .trim_end_matches('%')
            .chars()
            .all(|c| c.is_ascii_digit() || c == ',' || c == '.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_leave_guarded_and_come_back_as_they_were() {
        for (cell, outside) in [
            ("plain", "plain"),
            ("", ""),
            ("-", "-"),
            ("-416", "-416"),
            ("-1,234.5%", "-1,234.5%"),
            ("+5", "+5"),
            ("=1+1", "'=1+1"),
            ("-2+3", "'-2+3"),
            ("@sum", "'@sum"),
            ("'=x", "''=x"),
            ("'tis", "'tis"),
            ("--", "'--"),
        ] {
            assert_eq!(guarded(cell), outside, "{cell:?}");
            assert_eq!(unguarded(outside), cell, "{cell:?}");
        }
    }
}
