//! What stands between a reader and the article: a page that asks for consent to cookies, or a wall that
//! lets only subscribers read on. Both are known by markup, whatever their language:
//!
//! ```text
//! <div id="onetrust-banner">…</div>                          taken away before the article is looked for
//! {"@type": "NewsArticle", "isAccessibleForFree": false}     and the text is short: only its beginning
//! <div class="paywall-prompt">…</div>                        the same
//! ```

use trafilatura::dom::{Document, NodeId};

/// Parts of names of boxes that ask for consent.
const CONSENT: &[&str] = &[
    "cookie-banner",
    "cookie-bar",
    "cookie-consent",
    "cookie-notice",
    "cookie-wall",
    "cookieconsent",
    "cookiebanner",
    "cookiewall",
    "consent-banner",
    "consent-modal",
    "consent-overlay",
    "consent-page",
    "consent-wall",
    "didomi",
    "fc-consent",
    "gdpr",
    "onetrust",
    "privacy-wall",
    "qc-cmp",
    "sp_message",
    "truste",
    "usercentrics",
];
/// Parts of names of boxes that ask for money.
const PAYWALL: &[&str] = &[
    "article-gate",
    "paywall",
    "pay-wall",
    "premium-offer",
    "regiwall",
    "regwall",
    "registration-wall",
    "subscribe-wall",
    "subscriber-only",
    "subscription-wall",
    "subscriptionwall",
    "tp-container",
];
/// Parts of names of boxes where readers speak, in languages of which the extractor does not know them.
const READERS: &[&str] = &[
    "comentarios",
    "commentaires",
    "komentarze",
    "kommentare",
    "lesermeinung",
    "reacties",
    "yorumlar",
];
/// An article for subscribers with fewer words than this is its beginning.
const LONG: usize = 250;
/// A box may stand on the page of an article that is free, so it says less than the data.
const LONG_BESIDE_BOX: usize = 120;

/// Takes the boxes that ask for consent out of `page`; says whether there was one.
pub(super) fn remove_consent(page: &mut Document) -> bool {
    let boxes = named(page, CONSENT);
    for found in &boxes {
        page.set_inner_html(*found, "");
    }
    !boxes.is_empty()
}

/// Takes readers' comments out of `page`.
pub(super) fn remove_readers(page: &mut Document) {
    for found in named(page, READERS) {
        page.set_inner_html(found, "");
    }
}

/// How a page speaks of its wall.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wall {
    None,
    /// A box asks for money.
    Box,
    /// The page says that its article is not free.
    Declared,
}

/// A box with more words than this is not an offer but what it covers.
const OFFER: usize = 80;

/// Takes the offers out of `page` and says what wall they stand for.
pub(super) fn remove_wall(page: &mut Document) -> Wall {
    let boxes = named(page, PAYWALL);
    for found in &boxes {
        if crate::model::count_words(&page.text_content(*found)) <= OFFER {
            page.set_inner_html(*found, "");
        }
    }
    if is_declared(page) {
        Wall::Declared
    } else if boxes.is_empty() {
        Wall::None
    } else {
        Wall::Box
    }
}

impl Wall {
    /// Whether an article of `words` behind it is only a beginning.
    pub(super) fn cuts(self, words: usize) -> bool {
        match self {
            Self::None => false,
            Self::Box => words < LONG_BESIDE_BOX,
            Self::Declared => words < LONG,
        }
    }
}

fn is_declared(page: &Document) -> bool {
    let linked = page.query_selector_all(page.root(), "script[type*='ld+json']");
    let is_closed = linked.into_iter().any(|script| {
        let text: String = page.text_content(script);
        let text: String = text.chars().filter(|sign| !sign.is_whitespace()).collect();
        let text = text.to_lowercase();
        text.match_indices("\"isaccessibleforfree\":")
            .any(|(at, key)| {
                let value = text[at + key.len()..].trim_start_matches('"');
                value.starts_with("false") || value.starts_with("http://schema.org/false")
            })
    });
    let tiers = page.query_selector_all(
        page.root(),
        "meta[property='article:content_tier'], meta[name='article:content_tier'], meta[itemprop=isAccessibleForFree]",
    );
    is_closed
        || tiers.into_iter().any(|tier| {
            let tier = page.get_attribute(tier, "content").unwrap_or_default();
            matches!(tier.to_lowercase().as_str(), "locked" | "metered" | "false")
        })
}

/// The elements whose id or class holds one of `words`; not the page itself.
fn named(page: &Document, words: &[&str]) -> Vec<NodeId> {
    let boxes = page.query_selector_all(page.root(), "div, section, aside, form, dialog, p");
    let is_named = |node: &NodeId| {
        let name = format!("{} {}", page.id_attr(*node), page.class_name(*node)).to_lowercase();
        words.iter().any(|word| name.contains(word))
    };
    // What holds the headline holds the article, whatever it is called.
    let holds_article = |node: &NodeId| {
        page.query_selector(*node, "h1, article, main, [itemprop=articleBody]")
            .is_some()
    };
    boxes
        .into_iter()
        .filter(|node| is_named(node) && !holds_article(node))
        .collect()
}
