//! The `+++` front matter of a Markdown file, and the narrative under it.

/// The line before and after the front matter.
const FENCE: &str = "+++";

/// A Markdown file in its two parts.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Parts<'a> {
    /// The TOML, which begins on line 2 of the file.
    pub toml: &'a str,
    /// The narrative; nothing where the file has none.
    pub body: Option<&'a str>,
    /// The line on which the narrative begins.
    pub body_line: usize,
}

/// Why a file cannot be parted.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum FenceFault {
    /// Its first line is not the fence.
    Missing,
    /// No second fence follows the first.
    Open,
}

/// Whether a line closes or opens front matter. White space after it is not seen by people, so it
/// does not count.
pub(crate) fn is_fence(line: &str) -> bool {
    line.trim_end() == FENCE
}

/// Parts a file.
pub(crate) fn split(text: &str) -> Result<Parts<'_>, FenceFault> {
    let mut lines = text.split_inclusive('\n');
    let first = lines.next().unwrap_or_default();
    if !is_fence(first) {
        return Err(FenceFault::Missing);
    }
    let begins = first.len();
    let mut ends = begins;
    for (number, line) in (2..).zip(lines) {
        if is_fence(line) {
            let rest = &text[ends + line.len()..];
            let blank = rest.starts_with('\n');
            return Ok(Parts {
                toml: &text[begins..ends],
                body: body(rest.strip_prefix('\n').unwrap_or(rest)),
                body_line: number + 1 + usize::from(blank),
            });
        }
        ends += line.len();
    }
    Err(FenceFault::Open)
}

/// The narrative of a file that has nothing else: its text without the last line end.
pub(crate) fn body(text: &str) -> Option<&str> {
    let body = text.strip_suffix('\n').unwrap_or(text);
    (!body.is_empty()).then_some(body)
}

/// Puts a file together. The TOML must have no line that is a fence.
pub(crate) fn join(toml: &str, body: Option<&str>) -> String {
    let mut text = format!("{FENCE}\n{toml}{FENCE}\n");
    if let Some(body) = body {
        text.push('\n');
        text.push_str(body);
        text.push('\n');
    }
    text
}

/// A file that is all narrative. One that begins like front matter is given empty front matter, so
/// that it is read as what it is.
pub(crate) fn join_bare(body: &str) -> String {
    if body.lines().next().is_some_and(is_fence) {
        join("", Some(body))
    } else {
        format!("{body}\n")
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_file_is_parted_and_put_together() {
        for body in [
            None,
            Some("x"),
            Some("\nx\n"),
            Some("\n"),
            Some("+++\ny\n+++"),
            Some(" "),
        ] {
            for toml in ["", "a = 1\n"] {
                let text = join(toml, body);
                let parts = split(&text).unwrap();
                assert_eq!((parts.toml, parts.body), (toml, body));
            }
        }
    }

    #[test]
    fn the_narrative_need_not_follow_a_blank_line() {
        let parts = split("+++\nkind = \"cards\"\n+++  \nWords.\nMore.").unwrap();
        assert_eq!(parts.body, Some("Words.\nMore."));
        assert_eq!(parts.body_line, 4);
    }

    #[test]
    fn fences_that_are_not_there_are_told_apart() {
        assert_eq!(split(""), Err(FenceFault::Missing));
        assert_eq!(split("# Heading\n+++\n"), Err(FenceFault::Missing));
        assert_eq!(split("+++\na = 1\n"), Err(FenceFault::Open));
        assert_eq!(split("+++"), Err(FenceFault::Open));
    }

    #[test]
    fn a_bare_narrative_may_begin_like_front_matter() {
        assert_eq!(join_bare("x"), "x\n");
        assert_eq!(split(&join_bare("+++\nx")).unwrap().body, Some("+++\nx"));
    }
}
