//! ZIP archives: the parts of a document, and web archives in their packaged form (WACZ).
//!
//! ```text
//! word/document.xml  a document of a word processor: see `docx`
//! archive/*.warc.gz  a web archive
//! ```

use std::io::{BufRead, BufReader, Cursor, Read};

use zip::ZipArchive;

use super::options::Options;
use super::unpack;
use super::warc::{self, Record};
use crate::error::ReadProblem;
use crate::read::pieces::unreadable;

/// Whether `bytes` open as a ZIP archive does.
pub(super) fn is_start(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

pub(super) type Archive<'b> = ZipArchive<Cursor<&'b [u8]>>;

pub(super) fn open(bytes: &[u8]) -> Option<Archive<'_>> {
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

/// The text of a part of an archive, if it is there.
pub(super) fn part(
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

#[cfg(test)]
pub(super) mod tests {
    use std::io::Write;

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    pub(in crate::read) fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in parts {
            let options = SimpleFileOptions::default();
            let options = options.compression_method(zip::CompressionMethod::Deflated);
            writer.start_file(*name, options).unwrap();
            writer.write_all(content).unwrap();
        }
        writer.finish().unwrap().into_inner()
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
