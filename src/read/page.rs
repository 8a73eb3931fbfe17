//! Web addresses: which of them lead to one page.
//!
//! ```text
//! https://www.ridge.example/dam?utm_source=feed#top ─┐
//! http://amp.ridge.example/dam/                      ├─▶ ridge.example/dam
//! https://ridge.example/dam/amp · …/dam?print=1      ┘
//! ```

/// Parameters that say how a reader came to the page and not which page it is.
const TRACKING: &[&str] = &[
    "at_campaign",
    "at_medium",
    "cid",
    "cmp",
    "cmpid",
    "dclid",
    "fbclid",
    "gclid",
    "icid",
    "igshid",
    "mc_cid",
    "mc_eid",
    "msclkid",
    "ncid",
    "ocid",
    "partner",
    "ref",
    "ref_src",
    "rss",
    "smid",
    "smtyp",
    "source",
    "src",
    "wt_mc",
    "xtor",
    "yclid",
];
/// Parameters that ask for another layout of the page, with the values that do.
const LAYOUT: &[&str] = &[
    "amp",
    "mobile",
    "output",
    "outputtype",
    "print",
    "printable",
    "view",
];
const LAYOUTS: &[&str] = &["", "1", "amp", "mobile", "print", "true", "yes"];
/// Hosts for another layout.
const HOSTS: &[&str] = &["www.", "amp.", "m.", "mobile."];
/// Last parts of a path that ask for another layout.
const ENDINGS: &[&str] = &[
    "/amp",
    "/print",
    "/amp.html",
    "/print.html",
    ".amp.html",
    ".amp",
];

/// The address without what differs between links to one page: scheme, "www." and "amp.", port 80 or 443,
/// case of the host, fragment, tracking parameters, another layout, the last slash.
pub fn page_key(url: &str) -> String {
    let rest = behind_scheme(url.trim());
    let rest = rest.split('#').next().unwrap_or(rest);
    let (place, query) = rest.split_once('?').unwrap_or((rest, ""));
    let (host, path) = place.split_once('/').unwrap_or((place, ""));
    let host = bare_host(host);
    let mut page = format!("{host}/{path}");
    page.truncate(page.trim_end_matches('/').len());
    for ending in ENDINGS {
        // "/amp" alone is a page of its own.
        let whole = page.len() - host.len();
        if whole > ending.len() + 1 && page.ends_with(ending) {
            page.truncate(page.len() - ending.len());
            break;
        }
    }
    let telling: Vec<&str> = query
        .split('&')
        .filter(|parameter| !parameter.is_empty() && !is_beside(parameter))
        .collect();
    if !telling.is_empty() {
        page.push('?');
        page.push_str(&telling.join("&"));
    }
    page
}

/// The host of a web address, without "www." and the port.
pub(super) fn host(url: &str) -> Option<String> {
    let rest = url.split_once("://")?.1;
    let host = rest.split(['/', '?', '#']).next()?;
    let host = host.rsplit('@').next()?.split(':').next()?.to_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    (!host.is_empty()).then(|| host.to_owned())
}

fn behind_scheme(url: &str) -> &str {
    url.split_once("://").map_or(url, |(_, rest)| rest)
}

fn bare_host(host: &str) -> String {
    let host = host.to_lowercase();
    let host = host
        .strip_suffix(":443")
        .or(host.strip_suffix(":80"))
        .unwrap_or(&host);
    HOSTS
        .iter()
        .find_map(|prefix| host.strip_prefix(prefix).filter(|rest| rest.contains('.')))
        .unwrap_or(host)
        .to_owned()
}

/// Whether a parameter says nothing of which page it is.
fn is_beside(parameter: &str) -> bool {
    let (name, value) = parameter.split_once('=').unwrap_or((parameter, ""));
    let (name, value) = (name.to_lowercase(), value.to_lowercase());
    let (name, value) = (name.as_str(), value.as_str());
    name.starts_with("utm_")
        || TRACKING.contains(&name)
        || LAYOUT.contains(&name) && LAYOUTS.contains(&value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_to_one_page_agree() {
        let plain = page_key("https://ridge.example/2026/dam");
        for link in [
            "http://www.ridge.example/2026/dam/",
            "https://RIDGE.example/2026/dam?utm_source=feed&fbclid=x#quotes",
            "https://ridge.example:443/2026/dam?",
            "https://amp.ridge.example/2026/dam",
            "https://m.ridge.example/2026/dam?amp=1",
            "https://ridge.example/2026/dam/amp/",
            "https://ridge.example/2026/dam?outputType=amp&ref=home",
            "https://ridge.example/2026/dam/print?print=true",
        ] {
            assert_eq!(page_key(link), plain, "{link}");
        }
    }

    #[test]
    fn other_pages_stay_apart() {
        let plain = page_key("https://ridge.example/2026/dam");
        for other in [
            "https://ridge.example/2026/Dam",
            "https://ridge.example/2026/dam?page=2",
            "https://ridge.example/2026/dam?print=letter",
            "https://news.ridge.example/2026/dam",
            "https://ridge.example/2026/dam-lamp",
            "https://ridge.example/amp",
        ] {
            assert_ne!(page_key(other), plain, "{other}");
        }
        assert_eq!(page_key("https://ridge.example/amp"), "ridge.example/amp");
        assert_eq!(page_key("https://m.example/x"), "m.example/x");
    }

    #[test]
    fn hosts() {
        for (url, expected) in [
            (
                "https://www.ridge.example:8080/dam?x=1",
                Some("ridge.example"),
            ),
            ("https://me:pass@ridge.example", Some("ridge.example")),
            ("dam.html", None),
            ("https:///x", None),
        ] {
            assert_eq!(host(url).as_deref(), expected, "{url}");
        }
    }
}
