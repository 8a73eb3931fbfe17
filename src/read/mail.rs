//! A newsletter as mail programs save it (`.eml`): the sender is the outlet, the subject the title. Browsers
//! save a page with its pictures in one file (`.mhtml`, `.mht`) that looks like one:
//!
//! ```text
//! From: <Saved by Blink>
//! Snapshot-Content-Location: https://…       where the page stood
//! Content-Type: multipart/related            the page first, then its pictures and styles
//! ```

use mail_parser::{Message, MessageParser, MimeHeaders};

use super::draft::{Draft, one_line};
use super::options::Options;
use crate::error::ReadProblem;

/// Headers by which a message is known; two of them must open it.
const HEADERS: &[&str] = &[
    "arc-",
    "authentication-results",
    "cc",
    "content-",
    "date",
    "delivered-to",
    "dkim-signature",
    "feedback-id",
    "from",
    "in-reply-to",
    "list-",
    "message-id",
    "mime-version",
    "received",
    "reply-to",
    "return-path",
    "sender",
    "subject",
    "to",
    "x-",
];
/// Headers of which one must be among the first.
const TELLING: &[&str] = &[
    "delivered-to",
    "dkim-signature",
    "message-id",
    "mime-version",
    "received",
    "return-path",
];
/// Lines that are looked at.
const HEAD: usize = 200;

/// Whether `bytes` open with the headers of a message.
pub(super) fn is_start(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(16_384)];
    let first = head.split(|byte| *byte == b'\n').next().unwrap_or(head);
    if !first.contains(&b':') && !first.starts_with(b"From ") {
        return false;
    }
    let head = String::from_utf8_lossy(head);
    let mut telling = false;
    let mut count = 0;
    for (number, line) in head.lines().take(HEAD).enumerate() {
        if line.is_empty() {
            break;
        }
        // A long header goes on behind white space; a mailbox puts "From " before each message.
        if line.starts_with([' ', '\t']) && count > 0 || number == 0 && line.starts_with("From ") {
            continue;
        }
        let Some((name, _)) = line.split_once(':') else {
            return false;
        };
        let name = name.to_ascii_lowercase();
        let is_known = |known: &&str| match known.strip_suffix('-') {
            Some(_) => name.starts_with(*known),
            None => name == **known,
        };
        if !HEADERS.iter().any(is_known) && count == 0 {
            return false;
        }
        telling |= TELLING.contains(&name.as_str());
        count += 1;
    }
    telling && count >= 2
}

/// A page that a browser saved with all that belongs to it.
#[derive(Debug)]
pub(super) struct SavedPage {
    pub html: String,
    /// Where it stood.
    pub url: Option<String>,
}

/// The page in `bytes`, which open as a message does, if they are one.
pub(super) fn saved_page(bytes: &[u8]) -> Option<SavedPage> {
    let message = MessageParser::default().parse(bytes)?;
    let page = message.html_bodies().find(|part| part.is_text_html())?;
    let place = message
        .header("Snapshot-Content-Location")
        .and_then(|place| place.as_text())
        .or_else(|| page.content_location());
    let is_related = message
        .content_type()
        .and_then(|kind| kind.subtype())
        .is_some_and(|kind| kind.eq_ignore_ascii_case("related"));
    let is_one_page = message
        .content_type()
        .is_some_and(|kind| kind.ctype().eq_ignore_ascii_case("text"));
    let place = place.filter(|_| is_related || is_one_page)?;
    Some(SavedPage {
        html: page.text_contents()?.to_owned(),
        url: one_line(place)
            .filter(|place| place.starts_with("http://") || place.starts_with("https://")),
    })
}

/// The article in the message `bytes`.
pub(super) fn article(bytes: &[u8], options: &Options) -> Result<Draft, ReadProblem> {
    let message = MessageParser::default()
        .parse(bytes)
        .ok_or(ReadProblem::NoText("a message"))?;
    let sender = message.from().and_then(|from| from.first());
    let text = body(&message, options)?;
    if text.trim().is_empty() {
        return Err(ReadProblem::NoText("a message"));
    }
    Ok(Draft {
        outlet: sender.and_then(|sender| one_line(sender.name().or(sender.address())?)),
        title: message.subject().and_then(one_line),
        published: message.date().map(mail_parser::DateTime::to_rfc3339),
        language: language(&message),
        text,
        ..Draft::default()
    })
}

fn language(message: &Message) -> Option<String> {
    one_line(message.header("Content-Language")?.as_text()?)
}

/// The words: those of the HTML part, whose paragraphs are whole, else those of the plain part.
fn body(message: &Message, options: &Options) -> Result<String, ReadProblem> {
    let html = message.html_bodies().find(|part| part.is_text_html());
    if let Some(html) = html.and_then(|part| part.text_contents())
        && let Some(text) = rendered(html, options)?
    {
        return Ok(text);
    }
    let plain = message.body_text(0);
    Ok(plain.map_or_else(String::new, |text| text.replace("\r\n", "\n")))
}

#[cfg(feature = "html")]
fn rendered(html: &str, options: &Options) -> Result<Option<String>, ReadProblem> {
    let text = super::html::text(html, options.max_depth)?;
    Ok(Some(text).filter(|text| !text.is_empty()))
}

#[cfg(not(feature = "html"))]
fn rendered(_: &str, _: &Options) -> Result<Option<String>, ReadProblem> {
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MESSAGE: &str = "Received: from mail.harbour.example\r\n by mx.example\r\nFrom: Harbour Post <news@harbour.example>\r\n\
        Subject: =?utf-8?q?Ferry_aground_=E2=80=93_nobody_hurt?=\r\nDate: Tue, 14 May 2024 08:30:00 +0000\r\n\
        MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n\
        --b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nNobody was hurt.\r\n\r\n\
        --b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n\
        <p>Nobody was hurt.</p><p>=E2=80=9CA night to forget,=E2=80=9D said Fenn.</p>\r\n--b--\r\n";

    #[test]
    fn a_newsletter_is_an_article() {
        assert!(is_start(MESSAGE.as_bytes()));
        let draft = article(MESSAGE.as_bytes(), &Options::default()).unwrap();
        assert_eq!(draft.outlet.as_deref(), Some("Harbour Post"));
        assert_eq!(draft.title.as_deref(), Some("Ferry aground – nobody hurt"));
        assert_eq!(draft.published.as_deref(), Some("2024-05-14T08:30:00Z"));
        if cfg!(feature = "html") {
            assert_eq!(
                draft.text,
                "Nobody was hurt.\n\n“A night to forget,” said Fenn."
            );
        } else {
            assert_eq!(draft.text.trim(), "Nobody was hurt.");
        }
    }

    #[test]
    fn a_page_in_one_file_is_no_message() {
        let page = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://harbour.example/ferry\r\n\
            Subject: Ferry aground\r\nMIME-Version: 1.0\r\n\
            Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"b\"\r\n\r\n\r\n\
            --b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\
            Content-Location: https://harbour.example/ferry\r\n\r\n<p>=E2=80=9CA night to forget,=E2=80=9D=\r\n \
            said Fenn.</p>\r\n--b\r\nContent-Type: text/html\r\nContent-Location: https://ads.example\r\n\r\n\
            <p>Buy a boat.</p>\r\n--b--\r\n";
        assert!(is_start(page.as_bytes()));
        let saved = saved_page(page.as_bytes()).expect("a page");
        assert_eq!(saved.html.trim(), "<p>“A night to forget,” said Fenn.</p>");
        assert_eq!(saved.url.as_deref(), Some("https://harbour.example/ferry"));
        assert!(saved_page(MESSAGE.as_bytes()).is_none());
    }

    #[test]
    fn texts_with_colons_are_no_messages() {
        for text in [
            "Date: 14 May 2024\nSubject: the ferry\n\nNobody was hurt.",
            "From: the harbour\nNobody was hurt.",
            "MAYOR LEE: The bridge is safe.\nREPORTER: When?",
            "title: Ferry\nmessage-id: x\n\n",
        ] {
            assert!(!is_start(text.as_bytes()), "{text}");
        }
    }
}
