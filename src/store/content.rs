//! When two articles are the same, and when two texts are revisions of one page.

use crate::Article;

/// Tells one content from every other.
pub(super) type ContentKey = [u8; 16];

/// Hash of everything that makes an article. Its id and its language are left out: they depend on the
/// name of the file and on how languages are detected.
pub(super) fn content_key(article: &Article) -> ContentKey {
    let mut hasher = blake3::Hasher::new();
    let mut add = |field: Option<&str>| {
        // A length before each field keeps ("ab", "c") and ("a", "bc") apart, and nothing from "".
        let length = field.map_or(u64::MAX, |field| field.len() as u64);
        hasher.update(&length.to_le_bytes());
        hasher.update(field.unwrap_or_default().as_bytes());
    };
    let page = article.url.as_deref().map(page);
    add(Some(&article.outlet));
    add(article.title.as_deref());
    add(article.byline.as_deref());
    add(page.as_deref());
    add(article.published.as_ref().map(|time| time.text.as_str()));
    add(Some(article.body.slice(&article.text)));
    add(Some(&article.text));
    let mut key = ContentKey::default();
    key.copy_from_slice(&hasher.finalize().as_bytes()[..16]);
    key
}

/// Parameters of a URL that say how a reader came to the page and not which page it is.
const TRACKING: &[&str] = &[
    "cmp", "cmpid", "dclid", "fbclid", "gclid", "icid", "mc_cid", "mc_eid", "msclkid", "ncid",
    "ref", "smid", "smtyp", "src", "yclid",
];

/// The URL without what differs between links to one page: scheme, "www.", port 80 or 443, case of the
/// host, fragment, tracking parameters, the last slash. Less than [`page_key`](crate::read::page_key) leaves out: what
/// this gives stands in stores that exist, and decides which article of them is which.
pub(super) fn page(url: &str) -> String {
    let url = url.trim();
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let rest = rest.split('#').next().unwrap_or(rest);
    let (place, query) = rest.split_once('?').unwrap_or((rest, ""));
    let (host, path) = place.split_once('/').unwrap_or((place, ""));
    let host = host.to_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    let host = host
        .strip_suffix(":443")
        .or(host.strip_suffix(":80"))
        .unwrap_or(host);
    let mut page = format!("{host}/{path}");
    page.truncate(page.trim_end_matches('/').len());
    let telling: Vec<&str> = query
        .split('&')
        .filter(|parameter| !parameter.is_empty() && !is_tracking(parameter))
        .collect();
    if !telling.is_empty() {
        page.push('?');
        page.push_str(&telling.join("&"));
    }
    page
}

fn is_tracking(parameter: &str) -> bool {
    let name = parameter
        .split('=')
        .next()
        .unwrap_or(parameter)
        .to_lowercase();
    name.starts_with("utm_") || TRACKING.contains(&name.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_to_one_page_agree() {
        let plain = page("https://example.org/2026/dam-report");
        for link in [
            "http://www.example.org/2026/dam-report/",
            "https://EXAMPLE.org/2026/dam-report?utm_source=feed&fbclid=x#quotes",
            "https://example.org:443/2026/dam-report?",
        ] {
            assert_eq!(page(link), plain, "{link}");
        }
        for other in [
            "https://example.org/2026/Dam-report",
            "https://example.org/2026/dam-report?page=2",
            "https://news.example.org/2026/dam-report",
        ] {
            assert_ne!(page(other), plain, "{other}");
        }
    }

    #[test]
    fn every_part_but_id_and_language_makes_the_content() {
        let plain = Article::new("Ridge Post", "The dam holds.");
        let mut renamed = plain.clone();
        renamed.id = "other".to_owned();
        renamed.language = Some("en".to_owned());
        assert_eq!(content_key(&plain), content_key(&renamed));
        let mut titled = plain.clone();
        titled.title = Some(String::new());
        assert_ne!(content_key(&plain), content_key(&titled));
        let mut cut = plain.clone();
        cut.body = crate::Span::new(4, plain.text.len());
        assert_ne!(content_key(&plain), content_key(&cut));
    }
}
