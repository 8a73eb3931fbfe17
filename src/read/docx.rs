//! A document of a word processor (DOCX):
//!
//! ```text
//! docProps/core.xml  title, creator, when it was made
//! word/styles.xml    <w:style w:styleId="Titel"><w:name w:val="Title"/>: what this program calls its title
//! word/document.xml  <w:p><w:pPr><w:pStyle w:val="Titel"/></w:pPr>…Ferry aground…</w:p>     the title
//!                    <w:p>By Lena Ost</w:p>                                                 the byline
//!                    <w:p><w:r><w:t>Nobody was</w:t></w:r><w:r><w:t> hurt.</w:t></w:r></w:p>
//! ```
//!
//! The title is what is set as one, else the first heading, else a short first line. Printed lines say who
//! wrote it and when; what the program noted of its user and its clock stands in for them.

use roxmltree::{Document, Node};

use super::draft::{Draft, one_line};
use super::options::Options;
use super::xml::{self, is_called};
use super::{above, zipped};
use crate::error::ReadProblem;
use crate::model::count_words;

/// Paragraphs in which a title is looked for.
const MOST_ABOVE: usize = 6;
/// Words of a first line that is a title.
const TITLE_WORDS: usize = 20;

/// The article in the document `bytes`.
pub(super) fn article(bytes: &[u8], options: &Options) -> Result<Draft, ReadProblem> {
    let mut archive =
        zipped::open(bytes).ok_or(ReadProblem::Packed("a ZIP archive that is damaged"))?;
    let Some(body) = zipped::part(&mut archive, "word/document.xml", options)? else {
        return Err(ReadProblem::Packed("a ZIP archive"));
    };
    let core = zipped::part(&mut archive, "docProps/core.xml", options)?;
    let noted = core.and_then(|core| properties(&core)).unwrap_or_default();
    let styles = zipped::part(&mut archive, "word/styles.xml", options)?;
    let titles = Titles::of(styles.as_deref().unwrap_or_default());
    let tree = xml::tree(&body)?;
    let (mut ranks, mut lines) = (Vec::new(), Vec::new());
    for paragraph in tree.descendants().filter(|node| is_called(*node, "p")) {
        // A text box stands inside a paragraph and has its own.
        let holds_others = paragraph
            .descendants()
            .skip(1)
            .any(|node| is_called(node, "p"));
        if !holds_others && let Some(line) = one_line(&words(paragraph)) {
            ranks.push(titles.rank(paragraph));
            lines.push(line);
        }
    }
    let mut printed = Draft::default();
    let at = title(&ranks, &lines, noted.title.as_deref());
    printed.title = at.map(|at| lines.remove(at));
    let mut below = lines.split_off(at.unwrap_or(0));
    above::take(&mut below, &mut printed);
    lines.append(&mut below);
    if lines.is_empty() {
        return Err(ReadProblem::NoText("a document"));
    }
    Ok(Draft {
        title: printed.title.or(noted.title),
        byline: printed.byline.or(noted.byline),
        published: printed.published.or(noted.published),
        language: noted.language,
        text: lines.join("\n\n"),
        ..Draft::default()
    })
}

/// Which of `lines` is the title, if one is and others stand below it.
fn title(ranks: &[Option<Rank>], lines: &[String], noted: Option<&str>) -> Option<usize> {
    let of_rank = |rank| {
        ranks
            .iter()
            .take(MOST_ABOVE)
            .position(|own| *own == Some(rank))
    };
    let is_title =
        |line: &String| noted == Some(line.as_str()) || noted.is_none() && is_short(line);
    of_rank(Rank::Title)
        .or_else(|| of_rank(Rank::Heading))
        .or_else(|| lines.first().is_some_and(is_title).then_some(0))
        .filter(|at| lines.len() > at + 1)
}

/// Whether a first line is no sentence.
fn is_short(line: &str) -> bool {
    count_words(line) <= TITLE_WORDS
        && !line.ends_with(['.', ':', ',', ';', '…', '"', '”', '“', '»'])
        && super::byline::of_text(line).is_none()
}

/// How a paragraph is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rank {
    Title,
    Heading,
}

/// The styles of titles, by what the document calls them.
struct Titles(Vec<(String, Rank)>);

impl Titles {
    fn of(styles: &str) -> Self {
        let mut found = vec![
            ("Title".to_owned(), Rank::Title),
            ("Heading1".to_owned(), Rank::Heading),
        ];
        if let Ok(tree) = xml::tree(styles) {
            found.extend(tree_styles(&tree));
        }
        Self(found)
    }

    fn rank(&self, paragraph: Node<'_, '_>) -> Option<Rank> {
        let style = paragraph
            .descendants()
            .find(|node| is_called(*node, "pStyle"))?;
        let name = xml::attribute(style, "val")?;
        let mut known = self.0.iter();
        known
            .find(|(style, _)| style == name)
            .map(|(_, rank)| *rank)
    }
}

/// Styles whose names, which are English in every language of the program, are those of titles.
fn tree_styles(tree: &Document<'_>) -> Vec<(String, Rank)> {
    let styles = tree.descendants().filter(|node| is_called(*node, "style"));
    styles
        .filter_map(|style| {
            let name = style.children().find(|node| is_called(*node, "name"))?;
            let rank = match xml::attribute(name, "val")?.to_lowercase().as_str() {
                "title" => Rank::Title,
                "heading 1" => Rank::Heading,
                _ => return None,
            };
            Some((xml::attribute(style, "styleId")?.to_owned(), rank))
        })
        .collect()
}

fn properties(core: &str) -> Option<Draft> {
    let tree = xml::tree(core).ok()?;
    let field = |name: &str| {
        let node = tree.descendants().find(|node| is_called(*node, name))?;
        one_line(node.text()?)
    };
    Some(Draft {
        title: field("title"),
        byline: field("creator"),
        published: field("created"),
        language: field("language"),
        ..Draft::default()
    })
}

/// The words of a paragraph, without those that a correction took out.
fn words(paragraph: Node<'_, '_>) -> String {
    let mut words = String::new();
    for node in paragraph.descendants() {
        match node.tag_name().name() {
            "t" => words.push_str(node.text().unwrap_or_default()),
            "tab" | "br" | "cr" => words.push(' '),
            "noBreakHyphen" => words.push('-'),
            _ => {}
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::super::zipped::tests::packed;
    use super::*;

    const BODY: &str = r#"<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>Nobody was</w:t></w:r><w:r><w:t xml:space="preserve"> hurt.</w:t></w:r></w:p>
        <w:p/><w:p><w:del><w:r><w:delText>Wrong.</w:delText></w:r></w:del><w:r><w:t>“A night to forget,”</w:t><w:br/><w:t>said Fenn.</w:t></w:r></w:p></w:body></w:document>"#;
    const CORE: &str = r#"<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:title>Ferry aground</dc:title>
        <dc:creator>Lena Ost</dc:creator><dcterms:created>2024-05-14T08:30:00Z</dcterms:created></cp:coreProperties>"#;

    fn read(parts: &[(&str, &str)]) -> Result<Draft, ReadProblem> {
        let parts: Vec<(&str, &[u8])> = parts
            .iter()
            .map(|(name, text)| (*name, text.as_bytes()))
            .collect();
        article(&packed(&parts), &Options::default())
    }

    #[test]
    fn a_document_is_an_article() {
        let draft = read(&[("word/document.xml", BODY), ("docProps/core.xml", CORE)]).unwrap();
        assert_eq!(draft.title.as_deref(), Some("Ferry aground"));
        assert_eq!(draft.byline.as_deref(), Some("Lena Ost"));
        assert_eq!(
            draft.text,
            "Nobody was hurt.\n\n“A night to forget,” said Fenn."
        );
    }

    #[test]
    fn a_document_that_notes_no_title_has_one_in_print() {
        let set = |style: &str, words: &str| {
            let style = match style {
                "" => String::new(),
                style => format!("<w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>"),
            };
            format!("<w:p>{style}<w:r><w:t>{words}</w:t></w:r></w:p>")
        };
        let styles = r#"<w:styles xmlns:w="w"><w:style w:styleId="Titel"><w:name w:val="Title"/></w:style>
            <w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style></w:styles>"#;
        let story = "Nobody was hurt, the coast guard said.";
        for (lines, title, byline, text) in [
            (
                vec![
                    set("", "Harbour Post"),
                    set("Titel", "Ferry aground"),
                    set("", "Von Lena Ost"),
                    set("", story),
                ],
                Some("Ferry aground"),
                Some("Lena Ost"),
                "Harbour Post\n\nNobody was hurt, the coast guard said.",
            ),
            (
                vec![
                    set("berschrift1", "Ferry aground"),
                    set("", "By Lena Ost"),
                    set("", story),
                ],
                Some("Ferry aground"),
                Some("Lena Ost"),
                story,
            ),
            (
                vec![set("", "Ferry aground off Port Callan"), set("", story)],
                Some("Ferry aground off Port Callan"),
                None,
                story,
            ),
            (
                vec![set("", "By Lena Ost"), set("", story)],
                None,
                Some("Lena Ost"),
                story,
            ),
            (vec![set("Title", story)], None, None, story),
        ] {
            let body = format!(
                "<w:document xmlns:w=\"w\"><w:body>{}</w:body></w:document>",
                lines.concat()
            );
            let draft = read(&[("word/document.xml", &body), ("word/styles.xml", styles)]).unwrap();
            assert_eq!(draft.title.as_deref(), title);
            assert_eq!(draft.byline.as_deref(), byline);
            assert_eq!(draft.text, text);
        }
    }

    #[test]
    fn another_archive_or_a_bomb_is_refused() {
        let options = Options {
            max_file_bytes: 1_000_000,
            ..Options::default()
        };
        let bomb = vec![b' '; 5_000_000];
        for (parts, message) in [
            (
                vec![("herald.txt", &b"Nobody was hurt."[..])],
                "unpack it first",
            ),
            (
                vec![("word/document.xml", &bomb[..])],
                "unpacks to more than 1 MB",
            ),
        ] {
            let problem = article(&packed(&parts), &options).unwrap_err().to_string();
            assert!(problem.contains(message), "{problem}");
        }
    }
}
