//! ZIP archives: a document of a word processor (DOCX), or a web archive in its packaged form (WACZ).
//!
//! ```text
//! word/document.xml  <w:p><w:r><w:t>Nobody was</w:t></w:r><w:r><w:t> hurt.</w:t></w:r></w:p>
//! docProps/core.xml  title, creator, when it was made
//! archive/*.warc.gz  a web archive
//! ```

use std::io::{BufRead, BufReader, Cursor, Read};

use roxmltree::Node;
use zip::ZipArchive;

use super::draft::{Draft, one_line};
use super::options::Options;
use super::warc::{self, Record};
use super::{unpack, xml};
use crate::error::ReadProblem;
use crate::read::pieces::unreadable;

/// Whether `bytes` open as a ZIP archive does.
pub(super) fn is_start(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

type Archive<'b> = ZipArchive<Cursor<&'b [u8]>>;

fn open(bytes: &[u8]) -> Option<Archive<'_>> {
    ZipArchive::new(Cursor::new(bytes)).ok()
}

/// The names of the web archives in `archive`.
fn archives(archive: &Archive<'_>) -> Vec<String> {
    let mut names: Vec<String> = archive
        .file_names()
        .filter_map(|name| Some(name.ok()?.into_owned()))
        .filter(|name| name.ends_with(".warc") || name.ends_with(".warc.gz"))
        .collect();
    names.sort();
    names
}

/// Whether a web archive is packed in `bytes`.
pub(super) fn is_wacz(bytes: &[u8]) -> bool {
    open(bytes).is_some_and(|archive| !archives(&archive).is_empty())
}

/// Gives `take` the pages of the web archives in `bytes`, until it fails.
pub(super) fn pages<E>(
    bytes: &[u8],
    options: &Options,
    take: &mut dyn FnMut(Result<Record, ReadProblem>) -> Result<(), E>,
) -> Result<(), E> {
    let Some(mut archive) = open(bytes) else {
        return Ok(());
    };
    let mut before = 0;
    for name in archives(&archive) {
        let packed = match archive.by_name(&name) {
            Ok(packed) => packed,
            Err(error) => {
                take(Err(ReadProblem::BrokenArchive(format!("{name}: {error}"))))?;
                continue;
            }
        };
        let packed: Box<dyn BufRead + '_> = Box::new(BufReader::new(packed));
        let mut content = match unpack::open(packed, options.max_unpacked_bytes) {
            Ok(content) => content,
            Err(cause) => {
                take(Err(unreadable(cause)))?;
                continue;
            }
        };
        let mut last = before;
        let mut records = warc::Records::new(&mut *content, options.max_file_bytes);
        while let Some(record) = records.next() {
            take(record.map(|record| {
                last = before + record.number;
                Record {
                    number: last,
                    ..record
                }
            }))?;
        }
        before = last;
    }
    Ok(())
}

/// The article in the document `bytes`.
pub(super) fn document(bytes: &[u8], options: &Options) -> Result<Draft, ReadProblem> {
    let mut archive = open(bytes).ok_or(ReadProblem::Packed("a ZIP archive that is damaged"))?;
    let Some(body) = part(&mut archive, "word/document.xml", options)? else {
        return Err(ReadProblem::Packed("a ZIP archive"));
    };
    let mut draft = part(&mut archive, "docProps/core.xml", options)?
        .and_then(|core| properties(&core))
        .unwrap_or_default();
    let tree = xml::tree(&body)?;
    let mut paragraphs = Vec::new();
    for paragraph in tree.descendants().filter(|node| is_called(*node, "p")) {
        // A text box stands inside a paragraph and has its own.
        if !paragraph
            .descendants()
            .skip(1)
            .any(|node| is_called(node, "p"))
        {
            paragraphs.extend(one_line(&words(paragraph)));
        }
    }
    draft.text = paragraphs.join("\n\n");
    if draft.text.is_empty() {
        return Err(ReadProblem::NoText("a document"));
    }
    Ok(draft)
}

/// The text of a part of an archive, if it is there.
fn part(
    archive: &mut Archive<'_>,
    name: &str,
    options: &Options,
) -> Result<Option<String>, ReadProblem> {
    let Ok(file) = archive.by_name(name) else {
        return Ok(None);
    };
    let limit = options.max_file_bytes;
    let mut bytes = Vec::new();
    file.take(limit + 1)
        .read_to_end(&mut bytes)
        .map_err(unreadable)?;
    if bytes.len() as u64 > limit {
        return Err(ReadProblem::Bomb { limit });
    }
    Ok(Some(String::from_utf8_lossy(&bytes).into_owned()))
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

fn is_called(node: Node<'_, '_>, name: &str) -> bool {
    node.is_element() && node.tag_name().name() == name
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
    use std::io::Write;

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in parts {
            let options = SimpleFileOptions::default();
            let options = options.compression_method(zip::CompressionMethod::Deflated);
            writer.start_file(*name, options).unwrap();
            writer.write_all(content).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    const BODY: &str = r#"<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>Nobody was</w:t></w:r><w:r><w:t xml:space="preserve"> hurt.</w:t></w:r></w:p>
        <w:p/><w:p><w:del><w:r><w:delText>Wrong.</w:delText></w:r></w:del><w:r><w:t>“A night to forget,”</w:t><w:br/><w:t>said Fenn.</w:t></w:r></w:p></w:body></w:document>"#;
    const CORE: &str = r#"<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:title>Ferry aground</dc:title>
        <dc:creator>Lena Ost</dc:creator><dcterms:created>2024-05-14T08:30:00Z</dcterms:created></cp:coreProperties>"#;

    #[test]
    fn a_document_is_an_article() {
        let bytes = packed(&[
            ("[Content_Types].xml", b"<Types/>"),
            ("word/document.xml", BODY.as_bytes()),
            ("docProps/core.xml", CORE.as_bytes()),
        ]);
        assert!(is_start(&bytes) && !is_wacz(&bytes));
        let draft = document(&bytes, &Options::default()).unwrap();
        assert_eq!(draft.title.as_deref(), Some("Ferry aground"));
        assert_eq!(
            draft.text,
            "Nobody was hurt.\n\n“A night to forget,” said Fenn."
        );
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
            let problem = document(&packed(&parts), &options).unwrap_err().to_string();
            assert!(problem.contains(message), "{problem}");
        }
    }

    #[test]
    fn the_pages_of_a_wacz() {
        let record = "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: https://a.example/1\r\nContent-Type: text/html\r\n\
            Content-Length: 8\r\n\r\n<p>x</p>\r\n\r\n";
        let mut gz = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
        gz.write_all(record.as_bytes()).unwrap();
        let bytes = packed(&[
            ("archive/b.warc.gz", &gz.finish().unwrap()),
            ("archive/a.warc", record.as_bytes()),
            ("datapackage.json", b"{}"),
        ]);
        assert!(is_wacz(&bytes));
        let mut numbers = Vec::new();
        let done: Result<(), ()> = pages(&bytes, &Options::default(), &mut |record| {
            numbers.push(record.unwrap().number);
            Ok(())
        });
        assert_eq!((done, numbers), (Ok(()), vec![1, 2]));
    }
}
