//! The block of fields that may open a text:
//!
//! ```text
//! ---
//! outlet: Northern Herald
//! title: "Mayor: 'The bridge is safe'"
//! published: 2021-08-26
//! authors:
//!   - Ann Lee
//! ---
//! ```
//!
//! It is read line by line and not as YAML: journalists write colons and quotation marks into a title as
//! they come, which YAML refuses. Quoted values, lists and folded values (`>`, `|`) are understood, fields
//! of other names are passed over. A comment needs a space on both sides of its sign: "Win for #ferries".

use super::draft::{Draft, one_line};

/// Fields beyond these are no front matter but a text between two rules.
const MAX_BYTES: usize = 16_384;

/// Puts the fields that open `text` into `draft` and says where the text after them begins; nothing when
/// `text` opens with something else.
pub(super) fn read(text: &str, draft: &mut Draft) -> Option<usize> {
    let (block, end) = block(text)?;
    let mut is_known = false;
    for (name, value) in fields(block)? {
        let field = match name.to_lowercase().replace(['-', ' '], "_").as_str() {
            "outlet" | "publisher" | "publication" | "site_name" => &mut draft.outlet,
            "title" | "headline" => &mut draft.title,
            "byline" | "author" | "authors" => &mut draft.byline,
            "url" | "link" | "canonical" | "canonical_url" => &mut draft.url,
            "published" | "date" | "published_at" | "date_published" => &mut draft.published,
            "language" | "lang" => &mut draft.language,
            _ => continue,
        };
        is_known = true;
        if field.is_none() {
            *field = one_line(&value);
        }
    }
    is_known.then_some(end)
}

/// What stands between the two lines of dashes, and where the second ends.
fn block(text: &str) -> Option<(&str, usize)> {
    let mut end = 0;
    let mut start = None;
    for line in text.split_inclusive('\n') {
        let mark = line.trim_end();
        match start {
            None if mark.is_empty() => {}
            None if mark == "---" => start = Some(end + line.len()),
            None => return None,
            Some(start) if matches!(mark, "---" | "...") => {
                return Some((&text[start..end], end + line.len()));
            }
            Some(_) if end > MAX_BYTES => return None,
            Some(_) => {}
        }
        end += line.len();
    }
    None
}

/// The fields of `block`; nothing when a line at the margin is none.
fn fields(block: &str) -> Option<Vec<(String, String)>> {
    let mut fields: Vec<(String, String)> = Vec::new();
    for line in block.lines() {
        let trimmed = line.trim();
        if trimmed.is_empty() || trimmed.starts_with('#') {
            continue;
        }
        let goes_on = line.starts_with([' ', '\t']) || trimmed.starts_with("- ");
        if goes_on {
            let (_, value) = fields.last_mut()?;
            let entry = trimmed.strip_prefix("- ");
            if !value.is_empty() {
                value.push_str(if entry.is_some() { ", " } else { " " });
            }
            value.push_str(&unquoted(entry.unwrap_or(trimmed)));
            continue;
        }
        let (name, value) = line.split_once(':')?;
        let is_name = !name.is_empty()
            && name
                .chars()
                .all(|sign| sign.is_alphanumeric() || "_- ".contains(sign));
        if !is_name || name.split_whitespace().count() > 3 {
            return None;
        }
        fields.push((name.trim().to_owned(), scalar(value.trim())));
    }
    (!fields.is_empty()).then_some(fields)
}

/// A value on the line of its name.
fn scalar(value: &str) -> String {
    if matches!(value, ">" | "|" | ">-" | "|-" | "~" | "null") {
        return String::new();
    }
    if let Some(list) = value
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'))
    {
        let entries: Vec<String> = list
            .split(',')
            .map(|entry| unquoted(entry.trim()))
            .collect();
        return entries.join(", ");
    }
    unquoted(value)
}

/// `value` without the quotation marks round all of it and without a comment behind it.
fn unquoted(value: &str) -> String {
    let mark = match value.chars().next() {
        Some(mark @ ('"' | '\'')) => mark,
        _ => {
            return value
                .split(" # ")
                .next()
                .unwrap_or(value)
                .trim_end()
                .to_owned();
        }
    };
    let mut inside = String::new();
    let mut signs = value[1..].chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '\\' if mark == '"' => inside.extend(signs.next()),
            _ if sign == mark && mark == '\'' && signs.peek() == Some(&'\'') => {
                inside.extend(signs.next());
            }
            _ if sign == mark => {
                let rest: String = signs.collect();
                let rest = rest.trim();
                // Marks that close before the end belong to the words: "Safe" bridge closed.
                return if rest.is_empty() || rest.starts_with('#') {
                    inside
                } else {
                    value.to_owned()
                };
            }
            _ => inside.push(sign),
        }
    }
    value.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn opened(text: &str) -> Option<(Draft, &str)> {
        let mut draft = Draft::default();
        let end = read(text, &mut draft)?;
        Some((draft, &text[end..]))
    }

    fn title(line: &str) -> Option<String> {
        opened(&format!("---\ntitle: {line}\n---\nx"))?.0.title
    }

    #[test]
    fn the_fields_of_an_article() {
        let (draft, rest) = opened(
            "---\r\nOutlet: Northern Herald\r\ntitle: Mayor: the bridge is safe\r\nauthors:\r\n  - Ann Lee\r\n  - \
             Per Lind\r\ndate: 2021-08-26 # day of print\r\ntags: [bridge, town]\r\nlang: en\r\n---\r\n\r\nText.",
        )
        .expect("front matter");
        assert_eq!(draft.outlet.as_deref(), Some("Northern Herald"));
        assert_eq!(draft.title.as_deref(), Some("Mayor: the bridge is safe"));
        assert_eq!(draft.byline.as_deref(), Some("Ann Lee, Per Lind"));
        assert_eq!(draft.published.as_deref(), Some("2021-08-26"));
        assert_eq!(draft.language.as_deref(), Some("en"));
        assert_eq!(rest, "\r\nText.");
    }

    #[test]
    fn quotation_marks_round_a_value_go_and_those_inside_stay() {
        for (written, read) in [
            ("\"Mayor: 'It is safe'\"", "Mayor: 'It is safe'"),
            ("\"They said \\\"no\\\" twice\"", "They said \"no\" twice"),
            ("'It''s safe'", "It's safe"),
            ("\"Safe\" bridge closed", "\"Safe\" bridge closed"),
            (
                "'Safe' bridge, says 'expert'",
                "'Safe' bridge, says 'expert'",
            ),
            ("Win for #ferries", "Win for #ferries"),
            (">-\n  A bridge too\n  far", "A bridge too far"),
        ] {
            assert_eq!(title(written).as_deref(), Some(read), "{written}");
        }
        assert_eq!(title("\"\""), None);
    }

    #[test]
    fn a_text_between_rules_is_no_front_matter() {
        for text in [
            "---\nThe ferry ran aground.\n---\nNobody was hurt.",
            "---\nShe said: nothing.\n---\nNobody was hurt.",
            "---\ntitle: never closed\nThe ferry ran aground.",
            "The ferry.\n---\ntitle: too late\n---\n",
            "---\n---\nText.",
            "---",
        ] {
            assert_eq!(opened(text), None, "{text}");
        }
    }
}
