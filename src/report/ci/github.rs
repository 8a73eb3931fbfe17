//! Annotations and the job summary of GitHub Actions.
//!
//! An annotation is a workflow command on standard output, `::error file=…,line=…::message`. A runner obeys
//! every line that begins so, and foreign text must not get the chance: line ends and `%` are encoded as the
//! runner decodes them, in properties `:` and `,` too, and no foreign text ever begins a line. In the
//! summary, which is Markdown, foreign text stands escaped.

use std::io::{self, Write};

use super::{findings, region};
use crate::model::{Check, Severity};
use crate::report::Format;
use crate::report::visible::visible;

/// A workflow command for each new finding.
#[derive(Clone, Copy, Debug, Default)]
pub struct GithubAnnotations;

impl Format<Check> for GithubAnnotations {
    fn write(&self, check: &Check, out: &mut dyn Write) -> io::Result<()> {
        for checked in findings(check).filter(|checked| !checked.is_known) {
            let command = if checked.severity == Severity::Deny {
                "error"
            } else {
                "warning"
            };
            let path = check.origins[checked.place.article]
                .path
                .trim_start_matches("./");
            write!(out, "::{command} file={}", property(path))?;
            if let Some(region) = region(check, checked.place) {
                write!(out, ",line={},endLine={}", region.start.0, region.end.0)?;
                if region.start.0 == region.end.0 {
                    write!(out, ",col={},endColumn={}", region.start.1, region.end.1)?;
                }
            }
            let title = format!("Quotation: {}", checked.status().name());
            writeln!(
                out,
                ",title={}::{}",
                property(&title),
                message(&check.message(checked))
            )?;
        }
        Ok(())
    }
}

fn message(text: &str) -> String {
    visible(text)
        .replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

fn property(text: &str) -> String {
    message(text).replace(':', "%3A").replace(',', "%2C")
}

/// A page of Markdown for `$GITHUB_STEP_SUMMARY`.
#[derive(Clone, Copy, Debug, Default)]
pub struct GithubSummary;

impl Format<Check> for GithubSummary {
    fn write(&self, check: &Check, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "## Quotations\n")?;
        let counts: Vec<String> = check
            .counts()
            .into_iter()
            .map(|(status, count)| format!("{count} {}", status.name()))
            .collect();
        let texts = check.texts;
        let quotations = texts.quotations(check.results.len());
        let words = texts.words(check.searched.words);
        let counted = texts.check_counted(check.searched.articles, quotations, words);
        let mut told = match counts.is_empty() {
            true => counted,
            false => format!("{counted}: {}", counts.join(", ")),
        };
        if let Some(known) = check.known_in_words() {
            told.push_str(&format!("; {known}"));
        }
        writeln!(out, "{told}.\n")?;
        if findings(check).next().is_none() {
            return Ok(());
        }
        writeln!(out, "| | where | quotation | finding |\n|---|---|---|---|")?;
        for checked in findings(check) {
            let sign = match checked.severity {
                _ if checked.is_known => "known",
                Severity::Deny => "**forbidden**",
                _ => "warning",
            };
            let line = region(check, checked.place).map_or(1, |region| region.start.0);
            let path = &check.origins[checked.place.article].path;
            writeln!(
                out,
                "| {sign} | {}:{line} | {} | {}: {} |",
                cell(path),
                cell(check.slice(checked.place)),
                checked.status().name(),
                cell(&check.note(checked))
            )?;
        }
        Ok(())
    }
}

/// Foreign text in a cell of a table: nothing in it is markup.
fn cell(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for sign in visible(text).chars() {
        match sign {
            '\n' | '\r' | '\t' => escaped.push(' '),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            // A mention would call somebody.
            '@' => escaped.push_str("&#64;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '#' | '!' | '$' => {
                escaped.push('\\');
                escaped.push(sign);
            }
            _ => escaped.push(sign),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn foreign_text_cannot_become_a_command_or_markup() {
        assert_eq!(
            message("a\n::set-output name=x::1\r%0A"),
            "a%0A::set-output name=x::1%0D%250A"
        );
        assert_eq!(property("a,b:c"), "a%2Cb%3Ac");
        assert_eq!(cell("<b>|[x](y)\n@all"), "&lt;b&gt;\\|\\[x\\](y) &#64;all");
    }
}
