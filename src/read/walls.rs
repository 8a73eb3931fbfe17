//! Pages that stand in front of an article and say so in words alone, without markup that is known:
//!
//! ```text
//! We value your privacy. We and our partners store cookies on your device.      instead of an article
//! Accept all     Manage preferences                                             labels: say nothing
//!
//! The ferry Aurelia ran aground off Port Callan early on Tuesday.               its beginning
//! Subscribe to continue reading. Already a subscriber? Sign in.                 and a wall behind it
//! ```
//!
//! Of a short text the sentences are counted that say such things (the lists stand in the lexicon), words for
//! words: most of it must, in two ways at the least. A report on a paywall has them too, in a sentence or
//! two, and in what somebody says: longer quoted strings count as the reporter's.

use std::collections::BTreeMap;

use crate::error::ReadProblem;
use crate::lexicon::{WallKind, wall_words};
use crate::model::count_words;

/// A longer text is more than a wall: notices on cookies come near to this.
const MOST_WORDS: usize = 400;
/// Of the words of its sentences, those in sentences that a wall says, in hundredths.
const SHARE: usize = 65;
/// A text with fewer words that says nothing else is a wall even when it says one thing only.
const FEWEST_WORDS: usize = 25;
/// The beginning of an article that a wall cuts is shorter.
const BEGINNING: usize = 120;
/// A line without a full stop and with fewer words is a label of a button.
const LABEL: usize = 6;
/// Longer quoted strings are no labels of buttons, in words.
const LONG_QUOTED: usize = 4;

/// What a text is, if a wall stands in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wall {
    /// There is no article.
    Instead(WallKind),
    /// The article breaks off at this byte, where subscribers read on.
    Behind(usize),
}

impl Wall {
    /// The wall in `text`.
    pub(super) fn of(text: &str) -> Option<Self> {
        if text.split_whitespace().nth(MOST_WORDS).is_some() {
            return None;
        }
        let lines: Vec<Line> = text.split('\n').map(Line::of).collect();
        let mut kinds: BTreeMap<WallKind, usize> = BTreeMap::new();
        let mut said: Vec<&str> = Vec::new();
        for (kind, words) in lines.iter().flat_map(|line| &line.said) {
            if !said.contains(words) {
                said.push(words);
                *kinds.entry(*kind).or_default() += 1;
            }
        }
        let kind = kinds.into_iter().max_by_key(|(_, count)| *count)?.0;
        let sum = |count: fn(&Line) -> usize| lines.iter().map(count).sum::<usize>();
        let (all, walled) = (sum(|line| line.all), sum(|line| line.walled));
        let is_sure = said.len() > 1 || all == walled && all < FEWEST_WORDS;
        if walled > 0 && is_sure && walled * 100 >= all * SHARE {
            return Some(Self::Instead(kind));
        }
        behind(text, &lines)
    }

    /// What is said of a page that is nothing else.
    pub(super) fn problem(kind: WallKind) -> ReadProblem {
        match kind {
            WallKind::Consent => ReadProblem::Consent,
            WallKind::Paywall => ReadProblem::Paywall,
            WallKind::Robot => ReadProblem::Robot,
            WallKind::Missing => ReadProblem::NoSuchPage,
        }
    }
}

/// The last lines that offer a subscription, behind a few words that do not.
fn behind(text: &str, lines: &[Line]) -> Option<Wall> {
    let is_wall = |line: &&Line| line.all == 0 || line.walled * 2 > line.all;
    let count = lines.iter().rev().take_while(is_wall).count();
    let (before, wall) = lines.split_at(lines.len() - count);
    let mut offers: Vec<&str> = wall
        .iter()
        .flat_map(|line| &line.said)
        .filter(|(kind, _)| *kind == WallKind::Paywall)
        .map(|(_, words)| *words)
        .collect();
    offers.sort_unstable();
    offers.dedup();
    let end: usize = before.iter().map(|line| line.bytes + 1).sum();
    let beginning = text.get(..end)?.trim_end();
    let is_cut = offers.len() > 1 && !beginning.is_empty() && count_words(beginning) < BEGINNING;
    is_cut.then_some(Wall::Behind(beginning.len()))
}

/// What a line says of a wall.
#[derive(Debug, Default)]
struct Line {
    bytes: usize,
    /// Words of its sentences; none of a label.
    all: usize,
    /// Words of those that a wall says.
    walled: usize,
    said: Vec<(WallKind, &'static str)>,
}

impl Line {
    fn of(text: &str) -> Self {
        let mut line = Self {
            bytes: text.len(),
            ..Self::default()
        };
        let is_label = count_words(text) < LABEL && !text.trim_end().ends_with(['.', '?', '!']);
        for sentence in text.split_inclusive(['.', '?', '!']) {
            let plain = without_quoted(&sentence.to_lowercase().replace('’', "'"));
            let before = line.said.len();
            let said = wall_words(&plain).into_iter();
            line.said.extend(said.map(|said| (said.kind, said.words)));
            let is_wall = line.said.len() > before;
            if is_label && !is_wall {
                continue;
            }
            let count = count_words(sentence);
            line.all += count;
            line.walled += if is_wall { count } else { 0 };
        }
        line
    }
}

/// `sentence` without the words that somebody says in it.
fn without_quoted(sentence: &str) -> String {
    let mut plain = String::with_capacity(sentence.len());
    let mut rest = sentence;
    while let Some(start) = rest.find(['"', '“', '„', '«']) {
        let (before, opened) = rest.split_at(start);
        let inside = opened
            .char_indices()
            .nth(1)
            .map_or(opened.len(), |(at, _)| at);
        let closes = opened[inside..].find(['"', '”', '“', '»']);
        let end = closes.map_or(opened.len(), |at| inside + at);
        plain.push_str(before);
        if count_words(&opened[inside..end]) <= LONG_QUOTED {
            plain.push_str(&opened[..end]);
        }
        let behind = opened[end..].chars().next().map_or(0, char::len_utf8);
        rest = &opened[end + behind..];
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_in_front_of_an_article() {
        use WallKind::{Consent, Missing, Paywall, Robot};
        for (text, kind) in [
            (
                "Before you continue\n\nWe and our 812 partners store and access information on your device, such as \
                 cookies, to show personalised advertising and content and to measure audiences. You can change your \
                 choices at any time in the privacy settings.\n\nAccept all\n\nManage preferences",
                Consent,
            ),
            (
                "This website uses cookies to improve your experience.",
                Consent,
            ),
            (
                "To continue reading this story, subscribe now.\n\nFrom one crown a month. Cancel anytime.\n\nAlready a \
                 subscriber? Sign in.",
                Paywall,
            ),
            ("This article is for subscribers only.", Paywall),
            (
                "Checking your browser before you go on to harbour.example.\n\nPlease enable JavaScript and disable any \
                 ad blocker.",
                Robot,
            ),
            (
                "Verifying you are human. This may take a few seconds.\n\nharbour.example needs to review the security \
                 of your connection before proceeding.",
                Robot,
            ),
            (
                "Sorry, the page you are looking for does not exist. It may have been moved or deleted.",
                Missing,
            ),
            (
                "Wir und unsere Partner verarbeiten Daten auf Ihrem Gerät, um Ihnen personalisierte Werbung zu zeigen. \
                 Mit Klick auf „Alle akzeptieren“ stimmen Sie zu.\n\nAlle akzeptieren",
                Consent,
            ),
            (
                "Cet article est réservé aux abonnés. Pour lire la suite, abonnez-vous pour 1 couronne.\n\nDéjà abonné ? \
                 Connectez-vous",
                Paywall,
            ),
            (
                "Utilizamos cookies propias y de terceros para mostrarle publicidad personalizada. Puede aceptar todas o \
                 configurar o rechazar su uso.",
                Consent,
            ),
            (
                "Материал доступен только подписчикам. Оформите подписку, чтобы дочитать.\n\nУже есть подписка? Войдите",
                Paywall,
            ),
        ] {
            assert_eq!(Wall::of(text), Some(Wall::Instead(kind)), "{text}");
        }
    }

    #[test]
    fn short_news_is_an_article_also_when_it_is_about_walls() {
        for text in [
            "The ferry Aurelia is aground off Port Callan. Nobody was hurt, the coast guard said.",
            "The Callan Herald will ask its readers to subscribe now for one crown a month, its editor said on Tuesday. \
             The paper lost a third of its staff in March.",
            "“We use cookies to learn what our readers like, and you can withdraw your consent,” said Nora Fenn, who \
             runs the site. The regulator fined it two million crowns for a page whose only button was “Accept all”.",
            "Nutzer müssen „Alle akzeptieren“ nicht mehr anklicken: Das Gericht in Callan hat den Verlagen die \
             Cookie-Wände am Montag verboten. Die Verlage wollen Berufung einlegen.",
            "Les abonnés du Phare paieront 2 couronnes de plus. Le journal l'a annoncé lundi.",
            "Subscribers of the Herald get a refund, the court ruled.",
            "The wreck could not be found, the coast guard said. The search goes on.",
            "A page of the ledger may have been removed. The police said on Monday that nobody knows who did it.",
            "Aground.",
        ] {
            assert_eq!(Wall::of(text), None, "{text}");
        }
    }

    #[test]
    fn a_wall_behind_the_beginning_of_an_article_is_cut() {
        let beginning = "The ferry Aurelia ran aground off Port Callan early on Tuesday with 212 people on board, the \
                         coast guard said.\n\nNobody was hurt, and the harbour was open again by noon.";
        let text = format!(
            "{beginning}\n\nSubscribe to continue reading.\n\nAlready a subscriber? Sign in.\n\nHelp"
        );
        assert_eq!(Wall::of(&text), Some(Wall::Behind(beginning.len())));
        assert_eq!(Wall::of(beginning), None);
    }
}
