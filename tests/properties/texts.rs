//! Texts to try: anything at all, and what news looks like.

use proptest::collection::vec;
use proptest::prelude::{Strategy, any, prop_oneof};
use proptest::sample::{select, subsequence};
use rashomon::Article;

/// What the rules look at: marks, cues, names, markers, numbers, and characters that are easy to count
/// wrong.
const PIECES: [&str; 72] = [
    "“",
    "”",
    "\"",
    "'",
    "‘",
    "’",
    "«",
    "»",
    "„",
    "‚",
    "‹",
    "›",
    "「",
    "」",
    "『",
    "』",
    "``",
    "''",
    "″",
    "&quot;",
    " said ",
    " Ann Lee ",
    "Mr. Lee",
    " he ",
    " she said",
    "according to ",
    " that ",
    "Comment: ",
    "[Ed.: ",
    "]",
    "(",
    ")",
    "Editor's note: ",
    "The bridge is safe",
    " not ",
    " but ",
    " 300 ",
    "£4.5m ",
    "6-foot-2",
    "5'11\"",
    ", ",
    ". ",
    "? ",
    "! ",
    ": ",
    " — ",
    "—",
    "– ",
    "…",
    "...",
    "[...]",
    "\n",
    "\n\n",
    "\r\n",
    "\u{2028}",
    " ",
    "\t",
    "\u{a0}",
    "\u{202f}",
    "\u{feff}",
    "\u{200b}",
    "\u{202e}",
    "\u{0}",
    "\u{1b}[31m",
    "e\u{301}",
    "\u{301}",
    "👩‍👩‍👧",
    "你好。",
    "ß",
    "İ",
    "говорит ",
    "---\n",
];

const LANGUAGES: [Option<&str>; 8] = [
    None,
    Some("en"),
    Some("de"),
    Some("es"),
    Some("fr"),
    Some("ru"),
    Some("zh"),
    Some("x-none"),
];

/// Any text, with much of what the rules look at.
pub(super) fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => select(&PIECES[..]).prop_map(str::to_owned),
        2 => "[a-zA-Z]{1,8} ?",
        1 => any::<char>().prop_map(String::from),
        1 => "\\PC{0,6}",
    ];
    vec(piece, 0..80).prop_map(|pieces| pieces.concat())
}

/// An article of any text.
pub(super) fn any_article(id: &'static str) -> impl Strategy<Value = Article> {
    (any_text(), select(&LANGUAGES[..])).prop_map(move |(text, language)| Article {
        language: language.map(str::to_owned),
        ..Article::new(id, text)
    })
}

/// Paragraphs of one event. No two render the same words, so that whatever an article and its copy
/// have in common is the same place.
const PARAGRAPHS: [&str; 14] = [
    "“The ferry turned before anybody on the bridge had seen the buoy,” harbour master Signe Aldahl said on Friday.",
    "Aldahl told reporters: “We have counted 212 passengers, and all of them are ashore.”",
    "The operator, Nordsund Line, called the grounding “a matter of minutes and of fog”.",
    "“Nobody,” said Pavel Orlitz, who had stood at the rail, “told us to put on a vest.”",
    "According to the coast guard, the radar worked until the last moment.",
    "Mayor Tomas Egeberg said that the town would open its school to the stranded.",
    "“I heard a sound like gravel in a bucket.",
    "“Then the lights went out, and somebody began to sing,” Orlitz added.",
    "He said the captain had “apologised twice over the loudspeaker”.",
    "The ferry is known as the “Old Lady” along this coast.",
    "Comment: One wonders how often the company must be asked before it answers.",
    "A spokeswoman for the ministry, Ingrid Maas, denied that inspections had been cut.",
    "“We will publish the logbook when the inquiry allows it,” Maas wrote in a statement.",
    "Some 40 cars stood on the deck, and none of them moved.",
];

/// The numbers of some paragraphs, in order, one or more.
pub(super) fn some_paragraphs() -> impl Strategy<Value = Vec<usize>> {
    let all: Vec<usize> = (0..PARAGRAPHS.len()).collect();
    subsequence(all, 1..=PARAGRAPHS.len())
}

/// The article of `outlet` with these paragraphs.
pub(super) fn article(outlet: &str, paragraphs: &[usize]) -> Article {
    let paragraphs: Vec<&str> = paragraphs.iter().map(|at| PARAGRAPHS[*at]).collect();
    Article::new(outlet, paragraphs.join("\n\n"))
}
