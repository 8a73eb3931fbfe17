//! One article in every format: whatever it comes in, it is the same article.

use std::path::Path;

use rashomon::Article;
#[cfg(feature = "html")]
use rashomon::read::read_in_batches;
use rashomon::read::{Input, InputFormat, Options, Reading, read_with};

const FORMATS: &str = "tests/read/formats";
#[cfg(feature = "html")]
const TEXT: &str = "The ferry Aurelia ran aground early on Tuesday. Nobody was hurt.\n\n\
    “We heard a noise like a train,” said Nora Fenn.";
/// 2024-05-14T08:30:00Z
#[cfg(feature = "html")]
const TIME: i64 = 1_715_675_400;

fn read_one(name: &str, options: &Options) -> Reading {
    let input = Input::Path(Path::new(FORMATS).join(name));
    read_with(&[input], options, &mut |_| {})
}

fn article(name: &str) -> Article {
    let mut reading = read_one(name, &Options::default());
    assert!(
        reading.left_out.is_empty(),
        "{name}: {:?}",
        reading.left_out
    );
    assert_eq!(reading.articles.len(), 1, "{name}");
    reading.articles.remove(0)
}

#[cfg(feature = "html")]
#[test]
fn every_format_gives_the_same_article() {
    for name in [
        "archive.wacz",
        "archive.warc.gz",
        "atom.xml",
        "document.docx",
        "jsonfeed.json",
        "lines.jsonl.gz",
        "lines.jsonl.zst",
        "message.eml",
        "newsml-g2.xml",
        "ninjs.json",
        "nitf.xml",
        "rss.xml",
        "table.csv",
    ] {
        let article = article(name);
        assert_eq!(article.text, TEXT, "{name}");
        assert_eq!(article.title.as_deref(), Some("Ferry aground"), "{name}");
        let published = article.published.and_then(|time| time.timestamp);
        assert_eq!(published, Some(TIME), "{name}");
        assert_eq!(article.language.as_deref(), Some("en-GB"), "{name}");
        // A document does not say who published it, nor a message by whom it was written.
        let outlet = if name == "document.docx" {
            "document"
        } else {
            "Harbour Post"
        };
        assert_eq!(article.outlet, outlet, "{name}");
        let byline = Some("Lena Ost").filter(|_| name != "message.eml");
        assert_eq!(article.byline.as_deref(), byline, "{name}");
    }
}

#[test]
fn captions_become_a_transcript() {
    assert_eq!(
        article("captions.srt").text,
        "NEWSREADER: The ferry Aurelia ran aground early on Tuesday. Nobody was hurt.\n\n\
         NORA FENN: We heard a noise like a train."
    );
    assert_eq!(
        article("captions.vtt").text,
        "Newsreader: The ferry Aurelia ran aground early on Tuesday. Nobody was hurt.\n\n\
         Nora Fenn: We heard a noise like a train."
    );
}

#[test]
fn captions_keep_their_times_where_a_place_needs_one() {
    let options = Options {
        captions: rashomon::read::Captions::AsPrinted,
        ..Options::default()
    };
    let reading = read_one("captions.srt", &options);
    let file = std::fs::read_to_string(Path::new(FORMATS).join("captions.srt")).unwrap();
    assert_eq!(reading.articles[0].text, file);
}

/// Batches and the reading at once go the same way.
#[cfg(feature = "html")]
#[test]
fn a_folder_of_all_formats_in_batches() {
    let input = Input::Path(FORMATS.into());
    let mut count = 0;
    let mut problems = Vec::new();
    let done: Result<(), ()> =
        read_in_batches(&[input], &Options::default(), &mut |reading, distance| {
            count += reading.articles.len();
            problems.extend(reading.left_out);
            assert!(distance.done <= distance.all.unwrap_or_default());
            Ok(())
        });
    assert_eq!((done, count), (Ok(()), 15));
    assert!(problems.is_empty(), "{problems:?}");
}

#[test]
fn a_format_can_be_forced() {
    let forced = |name: &str, format: InputFormat| {
        let options = Options {
            format: Some(format),
            ..Options::default()
        };
        read_one(name, &options)
    };
    let table = forced("table.csv", InputFormat::Text);
    assert!(table.articles[0].text.starts_with("stories_id,"));
    let feed = forced("rss.xml", InputFormat::Json);
    assert!(feed.articles.is_empty());
    assert!(feed.left_out[0].to_string().contains("breaks in line 1"));
    for format in InputFormat::ALL {
        assert_eq!(InputFormat::named(format.name()), Some(format));
        // Nothing panics on what it is not.
        forced("table.csv", format);
    }
}

#[test]
fn the_number_of_articles_has_a_limit() {
    let folder = super::scratch("many");
    let lines: String = (0..9)
        .map(|number| {
            format!("{{\"outlet\": \"Post\", \"text\": \"The dam holds, number {number}.\"}}\n")
        })
        .collect();
    let path = folder.join("dump.jsonl");
    std::fs::write(&path, lines).unwrap();
    let options = Options {
        max_articles: Some(5),
        ..Options::default()
    };
    let reading = read_with(&[Input::Path(path)], &options, &mut |_| {});
    assert_eq!(reading.articles.len(), 5);
    assert!(
        reading.left_out[0]
            .to_string()
            .contains("beyond the limit of 5")
    );
}

#[cfg(feature = "html")]
#[test]
fn a_page_and_its_print_version_are_one_article() {
    let folder = super::scratch("same");
    let page = |words: &str| {
        format!(
            "<html lang=en><head><title>Ferry</title><link rel=canonical href=https://harbour.example/ferry></head><body><article>\
             <p>The ferry Aurelia ran aground early on Tuesday with 212 people on board, the coast guard said.</p>\
             <p>“We heard a noise like a train,” said Nora Fenn, a teacher.</p><p>{words}</p></article></body></html>"
        )
    };
    for (name, words) in [
        (
            "ferry.html",
            "Its operator promised to help with the inquiry and refused to say more.",
        ),
        ("ferry-print.html", "More."),
    ] {
        std::fs::write(folder.join(name), page(words)).unwrap();
    }
    let reading = read_with(&[Input::Path(folder)], &Options::default(), &mut |_| {});
    assert_eq!(reading.articles.len(), 1);
    assert_eq!(reading.articles[0].id, "ferry");
    assert!(reading.left_out.is_empty());
    let note = reading.notes[0].to_string();
    assert!(
        note.contains("ferry-print.html: is the same article as") && note.contains("ferry.html"),
        "{note}"
    );
}
