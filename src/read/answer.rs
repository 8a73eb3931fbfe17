//! What a server answered, as an archive or the cache holds it: the head, and the page behind it, whole and unpacked.
//!
//! ```text
//! HTTP/1.1 200 OK                            ┐ head
//! Content-Type: text/html; charset=utf-8     ┘
//! Content-Encoding: gzip                       the page is packed
//! Transfer-Encoding: chunked                   and comes in pieces
//! ```

use std::io::{self, BufRead, Read};

use super::unpack;
use super::warc::Record;

/// The page in an answer of a server, when it is one.
pub(super) fn answer(block: &[u8], limit: u64) -> Option<Record> {
    let mut headers = [httparse::EMPTY_HEADER; 256];
    let mut response = httparse::Response::new(&mut headers);
    let length = match response.parse(block).ok()? {
        httparse::Status::Complete(length) => length,
        httparse::Status::Partial => return None,
    };
    if response.code != Some(200) {
        return None;
    }
    let header = |name: &str| {
        let found = response
            .headers
            .iter()
            .find(|header| header.name.eq_ignore_ascii_case(name))?;
        Some(String::from_utf8_lossy(found.value).trim().to_lowercase())
    };
    let content = header("content-type").unwrap_or_else(|| "text/html".to_owned());
    if !is_page(&content) {
        return None;
    }
    let mut body = block[length..].to_vec();
    if header("transfer-encoding").is_some_and(|coding| coding.contains("chunked"))
        && let Some(whole) = unchunked(&body)
    {
        body = whole;
    }
    Some(Record {
        charset: charset(&content),
        is_html: content.contains("html"),
        body: unpacked(body, limit),
        ..Record::default()
    })
}

/// The charset that a `Content-Type` names.
pub(super) fn charset(content: &str) -> Option<String> {
    let (_, charset) = content.split_once("charset=")?;
    let charset = charset.split([';', ' ']).next()?.trim_matches(['"', '\'']);
    (!charset.is_empty()).then(|| charset.to_owned())
}

/// A packed body, unpacked; as it is when that fails, so that the message speaks of what is there.
pub(super) fn unpacked(body: Vec<u8>, limit: u64) -> Vec<u8> {
    let mut whole = Vec::new();
    let packed: Box<dyn BufRead> = Box::new(io::Cursor::new(body.clone()));
    let read = unpack::open(packed, limit).and_then(|mut body| body.read_to_end(&mut whole));
    if read.is_ok() { whole } else { body }
}

/// A body in chunks as one; nothing when it is none although its head says so, as some archives have it.
fn unchunked(mut body: &[u8]) -> Option<Vec<u8>> {
    let mut whole = Vec::new();
    while let Ok(httparse::Status::Complete((start, length))) = httparse::parse_chunk_size(body) {
        let length = usize::try_from(length).ok()?;
        if length == 0 {
            return Some(whole);
        }
        whole.extend_from_slice(body.get(start..start.checked_add(length)?)?);
        body = body.get(start + length + 2..)?;
    }
    None
}

/// Whether content of this type can hold an article.
pub(super) fn is_page(content: &str) -> bool {
    [
        "text/html",
        "application/xhtml",
        "text/plain",
        "application/json",
    ]
    .iter()
    .any(|kind| content.starts_with(kind))
}
