//! The page for one event.

use std::io;

use super::Terminal;
use super::page::Page;
use super::screen::{PLAIN, STRONG};
use super::text::Text;
use crate::Comparison;

pub(super) fn write(
    comparison: &Comparison,
    terminal: &Terminal,
    page: &mut Page<'_>,
) -> io::Result<()> {
    let event = terminal.event.as_deref().unwrap_or("Comparison");
    page.line(Text::of(event, STRONG))?;
    in_short(comparison, page)
}

fn in_short(comparison: &Comparison, page: &mut Page<'_>) -> io::Result<()> {
    page.heading("In short")?;
    for finding in &comparison.summary {
        let sign = page.screen.of_finding(finding.kind);
        let head = Text::of(&format!(" {sign} {}", finding.kind.name()), PLAIN);
        page.entry(head, 14, &Text::of(&finding.text, PLAIN))?;
    }
    Ok(())
}
