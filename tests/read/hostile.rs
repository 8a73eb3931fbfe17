//! Inputs made to break a reader, or broken by accident: each is named with the reason, memory stays
//! bounded, and the rest of the folder is read.
//!
//! The sizes are small so that every run has them. The full ones take a minute and some memory:
//! `cargo test --release --test read hostile -- --ignored`.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use rashomon::read::{Input, Options, Reading, read_with};

/// A folder with one good article, and a bad one that `write` writes.
fn beside_a_good_one(name: &str, write: impl FnOnce(&mut File)) -> PathBuf {
    let folder = super::scratch(name);
    fs::write(folder.join("herald.txt"), "Nobody was hurt.").unwrap();
    write(&mut File::create(folder.join("bad")).unwrap());
    folder
}

fn read_folder(folder: &Path, options: &Options) -> Reading {
    read_with(&[Input::Path(folder.to_owned())], options, &mut |_| {})
}

/// Reads the folder; the good article is there and the bad one is named with `message`.
fn refused(folder: &Path, options: &Options, message: &str) {
    let reading = read_folder(folder, options);
    let ids: Vec<&str> = reading
        .articles
        .iter()
        .map(|article| article.id.as_str())
        .collect();
    assert_eq!(ids, ["herald"]);
    let problems: Vec<String> = reading.left_out.iter().map(ToString::to_string).collect();
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert!(
        problems[0].contains("bad: ") && problems[0].contains(message),
        "{problems:?}"
    );
}

fn repeat(out: &mut impl Write, piece: &[u8], bytes: usize) {
    let block = piece.repeat(1 + (1 << 20) / piece.len());
    let mut left = bytes;
    while left > 0 {
        let part = left.min(block.len());
        out.write_all(&block[..part]).unwrap();
        left -= part;
    }
}

fn gzip(out: &mut File, piece: &[u8], bytes: usize) {
    let mut packed = flate2::write::GzEncoder::new(out, flate2::Compression::fast());
    repeat(&mut packed, piece, bytes);
    packed.finish().unwrap();
}

fn limit(megabytes: u64) -> Options {
    Options {
        max_file_bytes: megabytes * 1_000_000,
        max_unpacked_bytes: megabytes * 2_000_000,
        ..Options::default()
    }
}

#[test]
fn a_page_of_nothing_but_boxes() {
    let folder = beside_a_good_one("boxes", |out| repeat(out, b"<div>", 3_000_000));
    refused(&folder, &limit(2), "is larger than the limit of 2 MB");
    if cfg!(feature = "html") {
        refused(
            &folder,
            &limit(5),
            "more than 500 elements inside one another",
        );
    }
}

#[test]
fn boxes_a_hundred_thousand_deep() {
    let folder = beside_a_good_one("deep", |out| {
        repeat(out, b"<div>", 500_000);
        write!(out, "<p>The dam holds.</p>").unwrap();
        repeat(out, b"</div>", 600_000);
    });
    if cfg!(feature = "html") {
        refused(
            &folder,
            &limit(10),
            "more than 500 elements inside one another",
        );
    }
}

#[test]
fn the_deepest_page_that_may_be_asked_for_is_read() {
    let deep = |depth: usize| {
        format!(
            "<html><body>{}<p>The dam holds, said the mayor of the town on Monday evening.</p>{}</body></html>",
            "<div>".repeat(depth),
            "</div>".repeat(depth)
        )
    };
    let options = Options {
        max_depth: 2_000,
        ..Options::default()
    };
    let folder = beside_a_good_one("depth", |out| {
        out.write_all(deep(1_990).as_bytes()).unwrap();
    });
    let reading = read_folder(&folder, &options);
    assert!(
        reading
            .articles
            .iter()
            .any(|article| article.id == "herald")
    );
    let problems: Vec<String> = reading.left_out.iter().map(ToString::to_string).collect();
    assert!(
        !problems.iter().any(|problem| problem.contains("fail")),
        "{problems:?}"
    );
}

#[test]
fn json_and_xml_a_hundred_thousand_deep() {
    let folder = beside_a_good_one("deep_json", |out| {
        write!(out, "[{{\"text\":").unwrap();
        repeat(out, b"[", 100_000);
    });
    refused(&folder, &limit(10), "begins like JSON but breaks in line 1");
    let folder = beside_a_good_one("deep_xml", |out| {
        write!(out, "<rss>").unwrap();
        repeat(out, b"<channel>", 900_000);
    });
    refused(&folder, &limit(10), "begins like XML but breaks");
}

#[test]
fn entities_that_grow_without_end() {
    let folder = beside_a_good_one("entities", |out| {
        write!(
            out,
            "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"ha\">"
        )
        .unwrap();
        for (name, before) in ('b'..='z').zip('a'..) {
            let ten = format!("&{before};").repeat(10);
            write!(out, "<!ENTITY {name} \"{ten}\">").unwrap();
        }
        write!(
            out,
            "]><rss><channel><item><description>&z;</description></item></channel></rss>"
        )
        .unwrap();
    });
    refused(&folder, &limit(10), "begins like XML but breaks");
}

#[test]
fn a_bomb() {
    let folder = beside_a_good_one("bomb", |out| gzip(out, b"The dam holds. ", 5_000_000));
    refused(&folder, &limit(2), "is larger than the limit of 2 MB");
    // A dump is read line by line, so only the whole can be too much.
    let line = b"{\"outlet\": \"Post\", \"title\": \"The dam holds\", \"note\": \"no text\"}\n";
    let folder = beside_a_good_one("bomb_lines", |out| gzip(out, line, 4_500_000));
    let reading = read_folder(&folder, &limit(2));
    let last = reading.left_out.last().expect("a problem").to_string();
    assert!(last.contains("unpacks to more than 4 MB"), "{last}");
}

#[test]
fn a_single_line_without_end() {
    let folder = beside_a_good_one("line", |out| {
        write!(out, "{{\"text\": \"").unwrap();
        repeat(out, b"the dam holds ", 3_000_000);
    });
    refused(
        &folder,
        &limit(2),
        "is larger than the limit of 2 MB for one file, or one line",
    );
}

#[test]
fn one_long_line_of_a_dump_ends_it_and_keeps_what_was_before() {
    let folder = beside_a_good_one("long_line", |out| {
        for number in 0..300 {
            writeln!(
                out,
                "{{\"outlet\": \"Post\", \"text\": \"The dam holds, number {number}.\"}}"
            )
            .unwrap();
        }
        repeat(out, b"{", 3_000_000);
    });
    let reading = read_folder(&folder, &limit(2));
    assert_eq!(reading.articles.len(), 301);
    assert_eq!(reading.left_out.len(), 1);
}

#[test]
fn a_page_that_says_a_wrong_encoding_and_one_that_says_none() {
    let russian =
        "Мост безопасен, сказала мэр города Анна Ли в понедельник, а паром стоит в порту.";
    let page = |charset: &str| {
        format!(
            "<html><head>{charset}</head><body><article><p>{russian}</p></article></body></html>"
        )
    };
    let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode(russian);
    let folder = beside_a_good_one("encoding", |out| out.write_all(&bytes).unwrap());
    fs::write(
        folder.join("utf8.html"),
        page("<meta charset=windows-1251>"),
    )
    .unwrap();
    let wrong = page("<meta charset=utf-8>");
    let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode(&wrong);
    fs::write(folder.join("cp1251.html"), &bytes).unwrap();
    let reading = read_folder(&folder, &limit(5));
    for id in ["bad", "cp1251", "utf8"] {
        let article = reading.articles.iter().find(|article| article.id == id);
        if id == "bad" || cfg!(feature = "html") {
            assert!(
                article.is_some_and(|article| article.text.contains("Анна Ли")),
                "{id}: {reading:?}"
            );
        }
    }
}

#[test]
fn signs_that_are_none() {
    let folder = beside_a_good_one("signs", |out| {
        write!(
            out,
            "{{\"text\": \"Half a pair \\ud83d and a \\u0000 in it.\"}}"
        )
        .unwrap();
    });
    fs::write(
        folder.join("nul.txt"),
        b"The dam\0 holds, said the mayor of the town.",
    )
    .unwrap();
    let reading = read_folder(&folder, &limit(5));
    assert_eq!(reading.articles.len(), 3);
    for article in &reading.articles {
        assert!(!article.text.contains('\0'), "{article:?}");
    }
}

/// Somebody writes into the file while it is read.
#[test]
fn a_file_that_changes_while_it_is_read() {
    let folder = super::scratch("changes");
    let path = folder.join("dump.jsonl");
    let line = |number: usize| {
        format!("{{\"outlet\": \"Post\", \"text\": \"The dam holds, number {number}.\"}}\n")
    };
    let lines: String = (0..40_000).map(line).collect();
    fs::write(&path, lines).unwrap();
    fs::write(folder.join("herald.txt"), "Nobody was hurt.").unwrap();
    let mut has_written = false;
    let reading = read_with(
        &[Input::Path(folder)],
        &Options::default(),
        &mut |distance| {
            if distance.done > 0 && !has_written {
                has_written = true;
                let mut file = fs::OpenOptions::new().append(true).open(&path).unwrap();
                file.write_all(b"{\"text\": \"half a li").unwrap();
            }
        },
    );
    let problems: Vec<String> = reading.left_out.iter().map(ToString::to_string).collect();
    assert!(
        problems
            .iter()
            .any(|problem| problem.contains("dump.jsonl: changed while it was read")),
        "{problems:?}"
    );
    assert!(reading.articles.len() >= 40_001);
}

#[test]
fn a_page_that_takes_too_long_is_left_and_the_rest_is_read() {
    let folder = beside_a_good_one("slow", |out| {
        // Each line has to be looked at in full, and there are a million.
        repeat(out, b"<p>x</p><b>y</b>", 500_000);
    });
    let options = Options {
        max_time: Duration::from_millis(1),
        ..Options::default()
    };
    let begun = Instant::now();
    let reading = read_folder(&folder, &options);
    assert!(begun.elapsed() < Duration::from_secs(20));
    if cfg!(feature = "html") {
        let problems: Vec<String> = reading.left_out.iter().map(ToString::to_string).collect();
        assert!(
            problems
                .iter()
                .any(|problem| problem.contains("takes longer than 0 s")),
            "{problems:?}"
        );
    }
}

#[test]
#[ignore = "writes 1.3 GB"]
fn the_full_sizes() {
    let folder = beside_a_good_one("full_boxes", |out| repeat(out, b"<div>", 1_000_000_000));
    refused(
        &folder,
        &Options::default(),
        "is larger than the limit of 64 MB",
    );
    let folder = beside_a_good_one("full_line", |out| {
        write!(out, "{{\"text\": \"").unwrap();
        repeat(out, b"the dam holds ", 300_000_000);
    });
    refused(
        &folder,
        &Options::default(),
        "is larger than the limit of 64 MB",
    );
    let folder = beside_a_good_one("full_bomb", |out| gzip(out, b" ", 4_000_000_000));
    refused(
        &folder,
        &Options::default(),
        "is larger than the limit of 64 MB",
    );
    let _ = fs::remove_dir_all(folder);
}
