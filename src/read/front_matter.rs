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
//! of other names are passed over.

use super::draft::{Draft, one_line};

/// Fields beyond these are no front matter but a text between two rules.
const MAX_BYTES: usize = 16_384;

/// Puts the fields that open `text` into `draft` and says where the text after them begins; nothing when
/// `text` opens with something else.
pub(super) fn read(text: &str, draft: &mut Draft) -> Option<usize> {
    let (block, end) = block(text)?;
    let fields = fields(block)?;
    for (name, value) in fields {
        let field = match name.to_lowercase().replace(['-', ' '], "_").as_str() {
            "outlet" | "publisher" | "publication" | "site_name" => &mut draft.outlet,
            "title" | "headline" => &mut draft.title,
            "byline" | "author" | "authors" => &mut draft.byline,
            "url" | "link" | "canonical" | "canonical_url" => &mut draft.url,
            "published" | "date" | "published_at" | "date_published" => &mut draft.published,
            "language" | "lang" => &mut draft.language,
            _ => continue,
        };
        if field.is_none() {
            *field = one_line(&value);
        }
    }
    Some(end)
}

/// What stands between the two lines of dashes, and where the second ends.
fn block(text: &str) -> Option<(&str, usize)> {
    let mut end = 0;
    let mut start = None;
    for line in text.split_inclusive('\n') {
        let mark = line.trim_end();
        match start {
            None if end == 0 && mark == "---" => start = Some(line.len()),
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
                .split(" #")
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
