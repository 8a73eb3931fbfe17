//! Pages that were fetched are kept, so that a comparison can be made again on the same words. Each is a
//! small web archive, which other programs read too and which says when it was fetched.

use std::fs;
use std::io::{self, BufReader, Write};
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::super::warc::{Record, Records};

/// Keeps `record`, which was asked for as `url`, in the folder `cache`. What cannot be written is not kept.
pub(super) fn keep(cache: &Path, url: &str, record: &Record) -> io::Result<()> {
    fs::create_dir_all(cache)?;
    let now = Timestamp::now().strftime("%Y-%m-%dT%H:%M:%SZ");
    let content = match (&record.charset, record.is_html) {
        (Some(charset), true) => format!("text/html; charset={charset}"),
        (None, true) => "text/html".to_owned(),
        (Some(charset), false) => format!("text/plain; charset={charset}"),
        (None, false) => "text/plain".to_owned(),
    };
    let place = place(cache, url);
    // Another process may read at the same time: a file is there whole or not at all.
    let draft = place.with_extension(format!("{}.part", std::process::id()));
    let mut file = fs::File::create(&draft)?;
    write!(
        file,
        "WARC/1.1\r\nWARC-Type: resource\r\nWARC-Date: {now}\r\nWARC-Target-URI: {}\r\nWARC-Requested-URI: {url}\r\n\
         Content-Type: {content}\r\nContent-Length: {}\r\n\r\n",
        record.url,
        record.body.len()
    )?;
    file.write_all(&record.body)?;
    file.write_all(b"\r\n\r\n")?;
    drop(file);
    fs::rename(draft, place)
}

/// The page that was fetched before from `url`.
pub(super) fn kept(cache: &Path, url: &str, limit: u64) -> Option<Record> {
    let place = place(cache, url);
    let head = fs::read(&place).ok()?;
    let head = String::from_utf8_lossy(&head[..head.len().min(16_384)]).into_owned();
    let line = |name: &str| {
        let mut lines = head.lines().take_while(|line| !line.is_empty());
        lines
            .find_map(|line| line.strip_prefix(name))
            .map(str::to_owned)
    };
    // Two addresses may share a name.
    line("WARC-Requested-URI: ").filter(|kept| kept == url)?;
    let mut file = BufReader::new(fs::File::open(place).ok()?);
    let record = Records::new(&mut file, limit).next()?.ok()?;
    Some(Record {
        number: 0,
        retrieved: line("WARC-Date: "),
        ..record
    })
}

fn place(cache: &Path, url: &str) -> PathBuf {
    cache.join(format!("{:016x}.warc", crate::model::fnv1a(url)))
}
