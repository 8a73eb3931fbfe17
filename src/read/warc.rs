//! Web archives: records one after the other, of which the answers that hold a page are articles.
//!
//! ```text
//! WARC/1.0                                   head of the record
//! WARC-Type: response
//! WARC-Target-URI: https://ridge.example/dam
//! Content-Length: 1234
//!                                            ┐
//! HTTP/1.1 200 OK                            │ head of the answer
//! Content-Type: text/html; charset=utf-8     │ 1,234 bytes
//!                                            │
//! <!doctype html>…                           ┘ the page
//! ```
//!
//! Records are read one at a time, so an archive may have any length. Pictures, scripts, redirects and
//! requests are passed over in silence: an archive is full of them.

use std::io::{self, BufRead, Read};

use super::answer::{answer, charset, is_page};
use crate::error::ReadProblem;
use crate::read::pieces::unreadable;

/// A page with what is known of it from outside.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Record {
    /// Its place in the archive, from 1; 0 for a page that was fetched.
    pub number: usize,
    pub url: String,
    /// As the server said.
    pub charset: Option<String>,
    /// Whether the server called it a page.
    pub is_html: bool,
    /// When it was fetched, for a page that was kept from an earlier run.
    pub retrieved: Option<String>,
    pub body: Vec<u8>,
}

/// Longest line of a head, in bytes, and most lines.
const MAX_LINE: u64 = 65_536;
const MAX_LINES: usize = 512;

/// Whether `bytes` open as an archive does.
pub(super) fn is_start(bytes: &[u8]) -> bool {
    bytes.starts_with(b"WARC/1.") || bytes.starts_with(b"WARC/0.")
}

/// The pages of an archive.
pub(super) struct Records<'a> {
    input: &'a mut dyn BufRead,
    limit: u64,
    number: usize,
    is_broken: bool,
}

impl<'a> Records<'a> {
    /// Reads `input`; a record may have `limit` bytes.
    pub(super) fn new(input: &'a mut dyn BufRead, limit: u64) -> Self {
        Self {
            input,
            limit,
            number: 0,
            is_broken: false,
        }
    }

    /// The next page.
    pub(super) fn next(&mut self) -> Option<Result<Record, ReadProblem>> {
        while !self.is_broken {
            match self.record() {
                Ok(Some(Some(record))) => return Some(Ok(record)),
                Ok(Some(None)) => {}
                Ok(None) => return None,
                Err(problem) => {
                    // Without its length there is no telling where the next record begins.
                    self.is_broken = !matches!(problem, ReadProblem::InPart { .. });
                    return Some(Err(problem));
                }
            }
        }
        None
    }

    /// The next record, with its page if it holds one.
    fn record(&mut self) -> Result<Option<Option<Record>>, ReadProblem> {
        let Some(head) = self.head()? else {
            return Ok(None);
        };
        self.number += 1;
        let length: u64 = head
            .get("content-length")
            .and_then(|length| length.parse().ok())
            .ok_or_else(|| broken(self.number, "a record without its length"))?;
        let url = head.get("warc-target-uri").unwrap_or_default();
        let url = url.trim_matches(['<', '>']).to_owned();
        let kind = head.get("warc-type").unwrap_or_default();
        let content = head.get("content-type").unwrap_or_default().to_lowercase();
        let is_answer = kind == "response" && content.starts_with("application/http");
        let is_page = matches!(kind, "resource" | "conversion") && is_page(&content);
        if !(is_answer || is_page) {
            self.skip(length)?;
            return Ok(Some(None));
        }
        if length > self.limit {
            self.skip(length)?;
            let part = crate::error::Part::Record(self.number, url);
            return Err(ReadProblem::TooLarge { limit: self.limit }.in_part(part));
        }
        let mut block = Vec::new();
        let read = (&mut *self.input)
            .take(length)
            .read_to_end(&mut block)
            .map_err(unreadable)?;
        if (read as u64) < length {
            return Err(broken(self.number, "a record that is cut short"));
        }
        let record = if is_answer {
            answer(&block, self.limit)
        } else {
            Some(Record {
                charset: charset(&content),
                is_html: content.contains("html"),
                body: block,
                ..Record::default()
            })
        };
        Ok(Some(record.map(|record| Record {
            number: self.number,
            url,
            ..record
        })))
    }

    /// The head of the next record, behind the blank lines that end the one before.
    fn head(&mut self) -> Result<Option<Head>, ReadProblem> {
        let mut first = self.line()?;
        while first.as_deref().is_some_and(|line| line.trim().is_empty()) {
            first = self.line()?;
        }
        let Some(first) = first else {
            return Ok(None);
        };
        if !first.starts_with("WARC/") {
            return Err(broken(self.number + 1, "something that is no record"));
        }
        let mut head = Head::default();
        for _ in 0..MAX_LINES {
            let line = self.line()?;
            match line.as_deref().map(str::trim_end) {
                None | Some("") => return Ok(Some(head)),
                Some(line) => head.add(line),
            }
        }
        Err(broken(self.number + 1, "a head without end"))
    }

    fn line(&mut self) -> Result<Option<String>, ReadProblem> {
        let mut line = Vec::new();
        let read = (&mut *self.input)
            .take(MAX_LINE)
            .read_until(b'\n', &mut line)
            .map_err(unreadable)?;
        Ok((read > 0).then(|| String::from_utf8_lossy(&line).into_owned()))
    }

    fn skip(&mut self, length: u64) -> Result<(), ReadProblem> {
        let mut aside = (&mut *self.input).take(length);
        io::copy(&mut aside, &mut io::sink()).map_err(unreadable)?;
        Ok(())
    }
}

fn broken(number: usize, what: &str) -> ReadProblem {
    ReadProblem::BrokenArchive(format!("record {number} is {what}"))
}

/// Names in lower case and their values.
#[derive(Debug, Default)]
struct Head(Vec<(String, String)>);

impl Head {
    fn add(&mut self, line: &str) {
        if let Some((name, value)) = line.split_once(':') {
            self.0
                .push((name.trim().to_lowercase(), value.trim().to_owned()));
        }
    }

    fn get(&self, name: &str) -> Option<&str> {
        let found = self.0.iter().find(|(other, _)| other == name);
        found.map(|(_, value)| value.as_str())
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn record(kind: &str, url: &str, content: &str, block: &[u8]) -> Vec<u8> {
        let mut record = format!(
            "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nContent-Type: {content}\r\nContent-Length: {}\r\n\r\n",
            block.len()
        )
        .into_bytes();
        record.extend_from_slice(block);
        record.extend_from_slice(b"\r\n\r\n");
        record
    }

    fn answered(url: &str, head: &str, body: &[u8]) -> Vec<u8> {
        let block = [head.as_bytes(), b"\r\n\r\n", body].concat();
        record(
            "response",
            url,
            "application/http; msgtype=response",
            &block,
        )
    }

    fn read(archive: &[u8], limit: u64) -> Vec<Result<Record, String>> {
        let mut input = archive;
        let mut records = Records::new(&mut input, limit);
        std::iter::from_fn(|| records.next())
            .map(|record| record.map_err(|problem| problem.to_string()))
            .collect()
    }

    const PAGE: &[u8] = b"<p>The dam holds.</p>";

    #[test]
    fn the_pages_among_the_records() {
        let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
        packed.write_all(PAGE).unwrap();
        let archive = [
            record("warcinfo", "", "application/warc-fields", b"software: x"),
            record(
                "request",
                "https://a.example/1",
                "application/http",
                b"GET / HTTP/1.1\r\n\r\n",
            ),
            answered(
                "https://a.example/1",
                "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=UTF-8",
                PAGE,
            ),
            answered(
                "https://a.example/x.png",
                "HTTP/1.1 200 OK\r\nContent-Type: image/png",
                b"\x89PNG",
            ),
            answered(
                "https://a.example/old",
                "HTTP/1.1 404 Not Found\r\nContent-Type: text/html",
                PAGE,
            ),
            answered(
                "https://a.example/2",
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked",
                b"6\r\n<p>The\r\nf\r\n dam holds.</p>\r\n0\r\n\r\n",
            ),
            answered(
                "https://a.example/3",
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip",
                &packed.finish().unwrap(),
            ),
            record("resource", "<https://a.example/4>", "text/html", PAGE),
        ]
        .concat();
        let records: Vec<Record> = read(&archive, 10_000)
            .into_iter()
            .map(Result::unwrap)
            .collect();
        let places: Vec<(usize, &str)> = records
            .iter()
            .map(|record| (record.number, record.url.as_str()))
            .collect();
        assert_eq!(
            places,
            [
                (3, "https://a.example/1"),
                (6, "https://a.example/2"),
                (7, "https://a.example/3"),
                (8, "https://a.example/4")
            ]
        );
        assert!(
            records.iter().all(|record| record.body == PAGE),
            "{records:?}"
        );
        assert_eq!(records[0].charset.as_deref(), Some("utf-8"));
    }

    #[test]
    fn a_long_record_is_left_out_and_a_broken_one_ends_the_archive() {
        let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html";
        let archive = [
            answered("https://a.example/long", head, &[b'x'; 2_000]),
            answered("https://a.example/1", head, PAGE),
        ]
        .concat();
        let mut cut = archive.clone();
        cut.truncate(cut.len() - 10);
        for (archive, last) in [(&archive, true), (&cut, false)] {
            let found = read(archive, 1_000);
            assert!(
                found[0]
                    .as_ref()
                    .is_err_and(|problem| problem.contains("a.example/long")),
                "{found:?}"
            );
            assert_eq!(found[1].is_ok(), last, "{found:?}");
            assert_eq!(found.len(), 2);
        }
        assert!(read(b"WARC/1.0\r\nWARC-Type: response\r\n\r\nx", 9)[0].is_err());
        assert!(
            read(
                b"WARC/1.0\r\nContent-Length: 99999999999999999999\r\n\r\nx",
                9
            )[0]
            .is_err()
        );
    }
}
