//! Markdown for a comment on a pull request or a page of a wiki.
//!
//! The flavour is GitHub's: tables, `<details>` that fold, `<del>` and `<ins>`. Words of an article never
//! start a line and have every sign of the markup escaped, so they can be neither table, link, heading nor
//! command. A comment may not be longer than 65,536 characters: what does not fit is counted.

mod escape;
mod statements;

use std::io::{self, Write};
use std::iter::repeat;

use super::signs::Used;
use super::view::{Selection, View};
use super::{Format, Signs};
use crate::Comparison;
use crate::model::{Finding, Place, Renderings, count_words, from_first_word};
use escape::escaped;

/// The page in Markdown.
#[derive(Clone, Debug, Default)]
pub struct Markdown {
    /// The name of the event, if it has one.
    pub event: Option<String>,
    /// What to show.
    pub view: View,
}

/// Characters of a page, with room for what a wiki or a bot puts around it.
const MOST_CHARACTERS: usize = 60_000;
/// Room for the line that says what was left out.
const LAST_LINE: usize = 200;

impl Format<Comparison> for Markdown {
    fn write(&self, comparison: &Comparison, out: &mut dyn Write) -> io::Result<()> {
        let mut page = Page {
            comparison,
            markdown: self,
            selection: self.view.select(comparison),
            articles: self.view.articles(comparison),
            has_links: true,
        };
        let mut blocks = page.blocks();
        let whole: usize = blocks.iter().map(|block| block.chars().count()).sum();
        if whole + LAST_LINE > MOST_CHARACTERS {
            // The words of the articles weigh more than the links to them.
            page.has_links = false;
            blocks = page.blocks();
        }
        let mut length = 0;
        let mut left_out = 0;
        for block in blocks {
            let characters = block.chars().count();
            if length + characters + LAST_LINE > MOST_CHARACTERS {
                left_out += 1;
                continue;
            }
            length += characters;
            out.write_all(block.as_bytes())?;
        }
        if left_out > 0 {
            writeln!(
                out,
                "\n*{}*",
                comparison
                    .texts
                    .parts_left_out(left_out, MOST_CHARACTERS, "`--only s3,s7`")
            )?;
        }
        Ok(())
    }
}

struct Page<'a> {
    comparison: &'a Comparison,
    markdown: &'a Markdown,
    selection: Selection,
    articles: Vec<usize>,
    /// Whether the letters of renderings lead to the outlets' own pages.
    has_links: bool,
}

impl Page<'_> {
    /// The parts of the page, each whole by itself, in order.
    fn blocks(&self) -> Vec<String> {
        let mut blocks = vec![self.head(), self.summary(), self.matrix()];
        blocks.extend(self.selection.shown.iter().map(|at| self.statement(*at)));
        blocks.push(self.comments());
        blocks
    }

    fn head(&self) -> String {
        let comparison = self.comparison;
        let event = comparison.event_name(self.markdown.event.as_deref());
        let mut head = format!("## {}\n\n", escaped(&event));
        let texts = comparison.texts;
        head.push_str(&format!(
            "| | {} | {} | {} | {} | |\n|---|---|---|---:|---:|---|\n",
            texts.outlet_column(),
            texts.published_column(),
            texts.words_column(),
            texts.statements_column(),
        ));
        for at in &self.articles {
            let article = &comparison.articles[*at];
            let moment = article
                .published
                .as_ref()
                .map(|time| time.moment(texts))
                .unwrap_or_default();
            let copy = comparison.copies.iter().find(|copy| copy.article == *at);
            let copy = copy.map_or_else(String::new, |copy| comparison.copied_in_words(copy));
            head.push_str(&format!(
                "| {} | {} | {} | {} | {} | {copy} |\n",
                comparison.letter(*at),
                escaped(&article.outlet),
                escaped(&moment),
                article.words(),
                comparison.carried_count(*at),
            ));
        }
        head
    }

    fn summary(&self) -> String {
        let texts = self.comparison.texts;
        let mut summary = format!("\n### {}\n\n", texts.in_short());
        let view = &self.markdown.view;
        let leading = view.leading(self.comparison);
        for finding in &leading.first {
            summary.push_str(&self.finding(finding));
        }
        let left_out = self.comparison.left_out.iter();
        let left_out = left_out.zip(repeat(texts.finding_not_read()));
        let notes = self.comparison.notes.iter();
        for (message, kind) in left_out.chain(notes.zip(repeat(texts.finding_note()))) {
            summary.push_str(&format!("- **{kind}** {}\n", escaped(message)));
        }
        if leading.first.is_empty() && self.comparison.left_out.is_empty() {
            summary.push_str(&format!("- {}\n", view.nothing_found(self.comparison)));
        }
        if !leading.others.is_empty() {
            let others = leading.others.iter().map(|finding| self.finding(finding));
            summary.push_str(&format!(
                "\n<details><summary>{}</summary>\n\n{}\n</details>\n",
                texts.findings_untold(leading.untold()),
                others.collect::<String>(),
            ));
        }
        summary
    }

    fn finding(&self, finding: &Finding) -> String {
        let labels: Vec<String> = finding
            .statements
            .iter()
            .map(|at| Comparison::label(*at))
            .collect();
        let labels = if labels.is_empty() {
            String::new()
        } else {
            format!(" ({})", labels.join(" "))
        };
        format!(
            "- {} **{}** {}{labels}\n",
            escaped(Signs::Unicode.finding(finding.kind)),
            finding.kind.in_words(self.comparison.texts),
            escaped(&finding.text),
        )
    }

    fn matrix(&self) -> String {
        let comparison = self.comparison;
        if self.selection.shown.is_empty() {
            return String::new();
        }
        let texts = comparison.texts;
        let letters: Vec<String> = self
            .articles
            .iter()
            .map(|at| comparison.letter(*at))
            .collect();
        let mut table = format!(
            "\n### {}\n\n| | {} | {} | {} |\n|---|---|---|{}\n",
            texts.which_carries_what(),
            texts.speaker_column(),
            texts.statement_column(),
            letters.join(" | "),
            "---|".repeat(letters.len()),
        );
        for at in &self.selection.shown {
            let renderings = comparison.renderings(*at, self.markdown.view.base);
            let cells: Vec<String> = self
                .articles
                .iter()
                .map(|article| self.cell(&renderings, *article))
                .collect();
            table.push_str(&format!(
                "| {} | {} | {} | {} |\n",
                Comparison::label(*at),
                escaped(comparison.speaker_name(*at)),
                escaped(&excerpt(comparison.slice(renderings.base))),
                cells.join(" | "),
            ));
        }
        table.push_str(&format!("\n{}\n", self.legend()));
        table
    }

    fn cell(&self, renderings: &Renderings, article: usize) -> String {
        let Some(rendering) = renderings.of(article) else {
            return Signs::Unicode.absent().to_owned();
        };
        if rendering.holds(renderings.base) {
            return Signs::Unicode.reference().to_owned();
        }
        let relations = rendering.relations(renderings.base);
        let signs = escaped(&Signs::Unicode.relations(relations));
        match rendering.stands_beside(renderings.base) {
            Some(other) => format!("{signs} {}", self.comparison.letter(other)),
            None => match self.comparison.share_kept(renderings, rendering) {
                Some(share) => format!("{signs} {share}"),
                None => signs,
            },
        }
    }

    fn legend(&self) -> String {
        let texts = self.comparison.texts;
        let base = self.markdown.view.base;
        let used = Used::by(self.comparison, &self.selection.shown, base);
        let key = Signs::Unicode.key(&used, self.comparison);
        let key: Vec<String> = key.iter().map(|entry| escaped(entry)).collect();
        let selection = &self.selection;
        let more = selection.same.len() + selection.single.len() + selection.beyond.len();
        let more = match more {
            0 => String::new(),
            more => format!(" {}", texts.statements_with(more, "`--all`")),
        };
        format!("<sub>{}.{more}</sub>", key.join(", "))
    }

    fn comments(&self) -> String {
        let comparison = self.comparison;
        let mut block = String::new();
        for article in &self.articles {
            for remark in &comparison.extractions[*article].commentary {
                let place = Place {
                    article: *article,
                    span: remark.span,
                };
                let words = comparison.slice(place);
                block.push_str(&format!(
                    "- ▒ {} {}, ¶{}, {}: {}\n",
                    comparison.letter(*article),
                    escaped(&comparison.articles[*article].outlet),
                    comparison.paragraph_number(place),
                    comparison.texts.words(count_words(words)),
                    escaped(words),
                ));
            }
        }
        if block.is_empty() {
            return block;
        }
        format!("\n### {}\n\n{block}", comparison.texts.own_voice())
    }
}

fn excerpt(words: &str) -> String {
    const WORDS: usize = 9;
    let all: Vec<&str> = from_first_word(words).split_whitespace().collect();
    let mut excerpt = all[..all.len().min(WORDS)].join(" ");
    if all.len() > WORDS {
        excerpt.push('…');
    }
    excerpt
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    fn page(comparison: &Comparison) -> String {
        let mut out = Vec::new();
        Markdown::default().write(comparison, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn page_of_the_sample() {
        insta::assert_snapshot!(page(&sample::dam()));
    }

    #[test]
    fn hostile_text_is_inert() {
        let page = page(&sample::crowd(5));
        assert!(!page.contains(|sign: char| sign.is_control() && sign != '\n'));
        assert!(!page.contains("<img") && !page.contains("](javascript"));
        let rows = page.lines().filter(|line| line.starts_with("| s1 "));
        for row in rows {
            let bars = row.replace("\\|", "").matches('|').count();
            assert_eq!(bars, 3 + 5 + 1, "{row}");
        }
        assert!(
            page.lines()
                .all(|line| !line.trim_start().starts_with("::"))
        );
    }

    #[test]
    fn a_long_page_says_what_it_leaves_out() {
        let mut comparison = sample::dam();
        let statement = comparison.statements[0].clone();
        comparison
            .statements
            .extend(std::iter::repeat_n(statement, 200));
        let markdown = Markdown {
            view: View {
                all: true,
                ..View::default()
            },
            ..Markdown::default()
        };
        let mut out = Vec::new();
        markdown.write(&comparison, &mut out).unwrap();
        let page = String::from_utf8(out).unwrap();
        assert!(page.chars().count() <= MOST_CHARACTERS);
        assert!(page.contains("parts are left out"));
    }
}
