//! A PDF says where letters stand and not what they read:
//!
//! ```text
//! (x 56, y 551) that it would cooperate with the investi-      … cooperate with the investigation of
//! (x 56, y 538) gation of the accident.                     ─▶ the accident.
//! (x 56, y 800) Harbour Post, page 2
//! ```
//!
//! Lines, columns, headings and the lines above and below every page are told by `pdfboss-output`; here
//! they become a title, a byline and paragraphs. It is a young crate and was taken because none of 400
//! damaged files made it panic, hang or take more than 7 MB; should one do, the thread that reads a
//! piece ends and its file is named (`window`). Cost is linear in the text.

mod hyphens;
mod paragraphs;

use pdfboss_core::{Document, Error};
use pdfboss_output::{
    Block, Cell, LayoutOptions, Line, PageLayout, ReadingOrder, Role, TextOptions,
    extract_layout_reporting_opts,
};

use self::hyphens::Words;
use self::paragraphs::Paragraphs;
use super::byline;
use super::draft::{Draft, one_line};
use crate::error::{PdfProblem, ReadProblem};

/// Pages of one file: an article has some ten, a newspaper a hundred.
const MAX_PAGES: usize = 500;
/// From line to line inside a paragraph is 1, and news sets its paragraphs with little more between them.
const PARAGRAPH_GAP: f32 = 1.4;
/// How far the first line of a paragraph is set in, in letters of its size.
const INDENT: f32 = 0.7;
/// Lines above the first paragraph of a story: its byline, a place, a day.
const LINES_ABOVE: usize = 4;

/// The article in the PDF `bytes`, and of how many pages something could not be read.
pub(super) fn article(bytes: &[u8]) -> Result<(Draft, usize), ReadProblem> {
    let document = Document::load(bytes.to_vec()).map_err(refused)?;
    if document.is_locked() {
        return Err(PdfProblem::Locked.into());
    }
    let pages = document.page_count().max(document.flattened_page_count());
    if pages > MAX_PAGES {
        return Err(PdfProblem::TooManyPages {
            pages,
            limit: MAX_PAGES,
        }
        .into());
    }
    let (layouts, reports) = extract_layout_reporting_opts(
        &document,
        ReadingOrder::Content,
        TextOptions::default(),
        &LayoutOptions {
            paragraph_gap: PARAGRAPH_GAP,
            ..LayoutOptions::default()
        },
    )
    .map_err(refused)?;
    let damaged = reports.iter().filter(|page| !page.is_complete()).count();
    let metadata = document.metadata();
    let mut draft = drafted(layouts);
    draft.title = draft.title.or_else(|| said(metadata.title));
    draft.byline = draft.byline.or_else(|| said(metadata.author));
    draft.language = document.language();
    if draft.text.is_empty() {
        let problem = if pages == 0 {
            PdfProblem::Damaged("it has no pages".to_owned())
        } else if damaged > 0 {
            PdfProblem::Damaged("none of its pages can be read".to_owned())
        } else {
            PdfProblem::Pictures
        };
        return Err(problem.into());
    }
    Ok((draft, damaged))
}

fn refused(error: Error) -> ReadProblem {
    match error {
        Error::Encrypted => PdfProblem::Locked,
        other => PdfProblem::Damaged(other.to_string()),
    }
    .into()
}

/// What a program wrote as a title or an author, unless it is the name of a file or a filler.
fn said(field: Option<String>) -> Option<String> {
    let field = one_line(&field?)?;
    let is_filler = field.starts_with('(') || !field.contains(' ') || field.contains(" - ");
    (!is_filler).then_some(field)
}

/// Title, byline and text; the first heading is the title and no part of the text.
fn drafted(pages: Vec<PageLayout>) -> Draft {
    let mut draft = Draft::default();
    let mut text = Paragraphs::default();
    for block in pages.into_iter().flat_map(|page| page.blocks) {
        match block {
            Block::Heading { lines, .. } => {
                let heading = paragraphs::joined(&printed(&lines));
                if draft.title.is_none() && text.count() <= LINES_ABOVE {
                    draft.title = one_line(&heading);
                } else {
                    text.add(heading);
                }
            }
            Block::Paragraph {
                role: Role::PageHeader | Role::PageFooter,
                ..
            } => {}
            Block::Paragraph { lines, .. } => {
                for lines in lines.chunk_by(|before, line| !begins_paragraph(before, line)) {
                    let lines = printed(lines);
                    let above = text.count() < LINES_ABOVE && draft.byline.is_none();
                    let first = lines.first().filter(|_| above);
                    draft.byline = draft.byline.or_else(|| byline::of_text(first?));
                    let taken = usize::from(above && draft.byline.is_some());
                    text.go_on(&lines[taken..]);
                }
            }
            Block::List { items, .. } => {
                for item in items {
                    text.add(paragraphs::joined(&printed(&item.lines)));
                }
            }
            Block::Table { rows, .. } => {
                for row in rows {
                    text.add(cells(row));
                }
            }
        }
    }
    let text = text.into_text();
    let words = Words::of(&text);
    draft.text = words.settle(&text).into_owned();
    draft.title = draft.title.map(|title| words.settle(&title).into_owned());
    draft
}

/// Whether `line` is set in behind a line that is not, below it in the same column.
fn begins_paragraph(before: &Line, line: &Line) -> bool {
    let step = line.x - before.x;
    let is_below = before.y > line.y && line.x < before.end_x;
    is_below && step > INDENT * line.size && step < 6.0 * line.size
}

fn printed(lines: &[Line]) -> Vec<String> {
    let words = |line: &Line| line.inlines.iter().map(|run| run.text.as_str()).collect();
    lines.iter().map(words).collect()
}

fn cells(row: Vec<Cell>) -> String {
    let lines: Vec<Line> = row.into_iter().filter_map(|cell| cell.line).collect();
    printed(&lines).join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A file of one page for each of `pages`, whose lines stand in the order given.
    fn file(pages: &[&[(u32, u32, u32, &str)]]) -> Vec<u8> {
        let kids: Vec<String> = (0..pages.len())
            .map(|page| format!("{} 0 R", 4 + 2 * page))
            .collect();
        let mut objects = vec![
            "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
            format!(
                "<</Type/Pages/Count {}/Kids[{}]>>",
                pages.len(),
                kids.join(" ")
            ),
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_owned(),
        ];
        for (page, lines) in pages.iter().enumerate() {
            let show = |(size, x, y, words): &(u32, u32, u32, &str)| {
                format!("BT /F {size} Tf {x} {y} Td ({words}) Tj ET\n")
            };
            let shown: String = lines.iter().map(show).collect();
            objects.push(format!(
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 3 0 R>>>>/Contents {} 0 R>>",
                5 + 2 * page
            ));
            objects.push(format!(
                "<</Length {}>>stream\n{shown}endstream",
                shown.len()
            ));
        }
        let mut file = "%PDF-1.4\n".to_owned();
        for (at, object) in objects.iter().enumerate() {
            file += &format!("{} 0 obj{object}endobj\n", at + 1);
        }
        file += "trailer<</Root 1 0 R>>\n%%EOF";
        file.into_bytes()
    }

    #[test]
    fn a_file_of_two_columns_is_an_article() {
        let bytes = file(&[&[
            (20, 50, 740, "Ferry aground off Port Ellis"),
            (10, 50, 715, "By Lena Ost"),
            (10, 50, 690, "The ferry Annabel ran aground on Tuesday,"),
            (10, 50, 677, "the coast guard said, and an investi-"),
            (10, 50, 664, "gation began."),
            (10, 50, 640, "\\223Nobody was hurt, and nobody will"),
            (10, 50, 627, "be. We had nine boats there before"),
            (
                10,
                320,
                690,
                "the tide turned,\\224 said Mara Fenn, a well-",
            ),
            (10, 320, 677, "known harbour master."),
        ]]);
        let (draft, damaged) = article(&bytes).unwrap();
        assert_eq!(draft.title.as_deref(), Some("Ferry aground off Port Ellis"));
        assert_eq!(draft.byline.as_deref(), Some("Lena Ost"));
        assert_eq!(
            draft.text,
            "The ferry Annabel ran aground on Tuesday, the coast guard said, and an investigation began.\n\n\
             “Nobody was hurt, and nobody will be. We had nine boats there before the tide turned,” said Mara Fenn, a well-known harbour master."
        );
        assert_eq!(damaged, 0);
    }

    #[test]
    fn a_line_set_in_begins_a_paragraph() {
        let bytes = file(&[&[
            (10, 60, 690, "The ferry Annabel ran aground on"),
            (10, 50, 677, "Tuesday with 214 people on board."),
            (10, 60, 664, "\\223Nobody was hurt,\\224 said Mara"),
            (10, 50, 651, "Fenn, the harbour master of the town."),
        ]]);
        let (draft, _) = article(&bytes).unwrap();
        assert_eq!(
            draft.text,
            "The ferry Annabel ran aground on Tuesday with 214 people on board.\n\n\
             “Nobody was hurt,” said Mara Fenn, the harbour master of the town."
        );
    }

    #[test]
    fn what_holds_no_text_is_said() {
        let many = vec![&[][..]; MAX_PAGES + 1];
        for (bytes, message) in [
            (file(&[&[]]), "without text"),
            (file(&many), "501 pages"),
            (b"%PDF-1.7\nnothing".to_vec(), "cannot be read"),
        ] {
            let problem = article(&bytes).unwrap_err().to_string();
            assert!(problem.contains(message), "{problem}");
        }
    }

    #[test]
    fn the_name_of_a_file_is_no_title() {
        for (field, expected) in [
            ("Ferry aground off Port Ellis", true),
            ("Microsoft Word - ferry_v2.docx", false),
            ("ferry_v2.indd", false),
            ("(anonymous)", false),
        ] {
            assert_eq!(said(Some(field.to_owned())).is_some(), expected, "{field}");
        }
    }

    proptest::proptest! {
        #[test]
        fn a_damaged_file_is_read_or_refused(
            cut in 0_usize..900, at in 0_usize..900, byte in proptest::num::u8::ANY
        ) {
            let mut bytes = file(&[&[(10, 50, 690, "The ferry ran aground."), (10, 50, 677, "Nobody was hurt.")]]);
            let end = bytes.len() - cut.min(bytes.len() - 5);
            bytes.truncate(end);
            if let Some(hit) = bytes.get_mut(at) {
                *hit = byte;
            }
            if let Ok((draft, _)) = article(&bytes) {
                proptest::prop_assert!(!draft.text.is_empty());
            }
        }
    }
}
