//! The client: one request at a time, with a pause between two to the same host.

use std::collections::HashMap;
use std::io::Read;
use std::thread;
use std::time::{Duration, Instant};

use ureq::http::Response;
use ureq::unversioned::transport::DefaultConnector;
use ureq::{Agent, Body};
use url::Url;

use super::super::answer;
use super::super::options::{Fetching, Options};
use super::super::warc::Record;
use super::addresses::PublicOnly;
use super::cache;
use super::robots::{self, Robots};
use crate::error::ReadProblem;

/// Fetches pages; remembers what sites allow and when they were asked last.
#[derive(Debug, Default)]
pub(in crate::read) struct Client {
    agent: Option<Agent>,
    robots: HashMap<String, Robots>,
    asked: HashMap<String, Instant>,
}

type Fetched<T> = Result<T, ReadProblem>;

fn refused<T>(message: impl Into<String>) -> Fetched<T> {
    Err(ReadProblem::NotFetched(message.into()))
}

impl Client {
    /// The page at `url`, from the cache when it is there.
    pub(in crate::read) fn page(&mut self, url: &str, options: &Options) -> Fetched<Record> {
        let fetching = &options.fetching;
        let limit = options.max_file_bytes;
        if let Some(cache) = &fetching.cache
            && !fetching.is_refreshing
            && let Some(record) = cache::kept(cache, url, limit)
        {
            return Ok(record);
        }
        if fetching.is_offline {
            return refused("was not fetched before, and --offline forbids to fetch it now");
        }
        let record = self.fetch(url, fetching, limit)?;
        if let Some(cache) = &fetching.cache {
            cache::keep(cache, url, &record).map_err(ReadProblem::Unreadable)?;
        }
        Ok(record)
    }

    fn fetch(&mut self, url: &str, fetching: &Fetching, limit: u64) -> Fetched<Record> {
        let end = Instant::now() + fetching.max_time;
        let mut url = checked(url)?;
        for _ in 0..=fetching.max_redirects {
            if !self.robots(&url, fetching, end)?.allow(path(&url)) {
                return refused(
                    "may not be fetched: the site's robots.txt forbids it; save the page in a browser",
                );
            }
            let mut response = self.ask(&url, fetching, end)?;
            let code = response.status().as_u16();
            match code {
                200 => return page(url, &mut response, limit),
                301 | 302 | 303 | 307 | 308 => url = next(&url, &response)?,
                401..=403 => {
                    return refused(format!(
                        "is refused by its server ({code}); save the page in a browser"
                    ));
                }
                404 | 410 => return refused(format!("is not there ({code}); check the address")),
                429 => return refused("was asked for too often (429); try again later"),
                _ => {
                    return refused(format!(
                        "is answered with an error of its server ({code}); try again later"
                    ));
                }
            }
        }
        refused(format!(
            "leads on through more than {} redirects",
            fetching.max_redirects
        ))
    }

    /// What the site of `url` allows.
    fn robots(&mut self, url: &Url, fetching: &Fetching, end: Instant) -> Fetched<Robots> {
        let origin = url.origin().ascii_serialization();
        if let Some(robots) = self.robots.get(&origin) {
            return Ok(robots.clone());
        }
        let robots = self.ask_robots(url, fetching, end)?;
        self.robots.insert(origin, robots.clone());
        Ok(robots)
    }

    fn ask_robots(&mut self, url: &Url, fetching: &Fetching, end: Instant) -> Fetched<Robots> {
        let mut place = url.clone();
        place.set_path("/robots.txt");
        place.set_query(None);
        for _ in 0..=fetching.max_redirects {
            let mut response = self.ask(&place, fetching, end)?;
            match response.status().as_u16() {
                200 => {
                    let mut text = Vec::new();
                    let body = response.body_mut().as_reader();
                    body.take(robots::MAX_BYTES)
                        .read_to_end(&mut text)
                        .map_err(ReadProblem::Unreadable)?;
                    return Ok(Robots::read(&String::from_utf8_lossy(&text)));
                }
                300..400 => place = next(&place, &response)?,
                400..500 => return Ok(Robots::All),
                _ => return Ok(Robots::Nothing),
            }
        }
        Ok(Robots::All)
    }

    fn ask(&mut self, url: &Url, fetching: &Fetching, end: Instant) -> Fetched<Response<Body>> {
        self.pause(url, fetching.pause);
        let left = end.saturating_duration_since(Instant::now());
        let agent = self.agent.get_or_insert_with(|| agent(fetching));
        let request = agent
            .get(url.as_str())
            .header(
                "accept",
                "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.5",
            )
            .header("accept-encoding", "gzip")
            .config()
            .timeout_global(Some(left.max(Duration::from_millis(1))))
            .build();
        request.call().map_err(|error| {
            ReadProblem::NotFetched(match error {
                ureq::Error::Timeout(_) => "did not answer in time; try again later".to_owned(),
                ureq::Error::HostNotFound => {
                    "has a host that cannot be found; check the address".to_owned()
                }
                ureq::Error::Other(cause) => cause.to_string(),
                error => format!("cannot be fetched: {error}"),
            })
        })
    }

    /// Waits until the host of `url` may be asked again.
    fn pause(&mut self, url: &Url, pause: Duration) {
        let host = url.host_str().unwrap_or_default().to_owned();
        let now = Instant::now();
        if let Some(asked) = self.asked.get(&host) {
            thread::sleep(pause.saturating_sub(now.duration_since(*asked)));
        }
        self.asked.insert(host, Instant::now());
    }
}

fn agent(fetching: &Fetching) -> Agent {
    let config = Agent::config_builder()
        .http_status_as_error(false)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .proxy(None)
        .user_agent(name(fetching.contact.as_deref()))
        .build();
    let resolver = PublicOnly::new(fetching.allows_private);
    Agent::with_parts(config, DefaultConnector::default(), resolver)
}

/// How the client calls itself, with the address of those who wrote it and of who uses it.
fn name(contact: Option<&str>) -> String {
    let project = concat!(
        "rashomon/",
        env!("CARGO_PKG_VERSION"),
        " (+",
        env!("CARGO_PKG_REPOSITORY")
    );
    match contact {
        Some(contact) => {
            let contact: String = contact
                .chars()
                .filter(|sign| (' '..='~').contains(sign))
                .collect();
            format!("{project}; {contact})")
        }
        None => format!("{project})"),
    }
}

/// `url` as an address that may be asked for.
fn checked(url: &str) -> Fetched<Url> {
    let url = Url::parse(url)
        .map_err(|error| ReadProblem::NotFetched(format!("is no web address: {error}")))?;
    if !matches!(url.scheme(), "http" | "https") {
        return refused(format!(
            "leads to \"{}\", which is not fetched",
            url.scheme()
        ));
    }
    if !url.username().is_empty() || url.password().is_some() {
        return refused(
            "holds a name or a password, which is not sent; save the page in a browser",
        );
    }
    Ok(url)
}

fn path(url: &Url) -> &str {
    &url[url::Position::BeforePath..url::Position::AfterQuery]
}

/// Where a redirect leads.
fn next(url: &Url, response: &Response<Body>) -> Fetched<Url> {
    let place = response.headers().get("location");
    let Some(place) = place.and_then(|place| place.to_str().ok()) else {
        return refused("is moved without saying where");
    };
    match url.join(place) {
        Ok(next) => checked(next.as_str()),
        Err(error) => refused(format!("is moved to no web address: {error}")),
    }
}

/// The page in an answer, of which there may be `limit` bytes, packed or not.
fn page(url: Url, response: &mut Response<Body>, limit: u64) -> Fetched<Record> {
    let header = response.headers().get("content-type");
    let content = header
        .and_then(|kind| kind.to_str().ok())
        .unwrap_or("text/html");
    let content = content.to_lowercase();
    let is_text = [
        "text/",
        "application/json",
        "application/ld+json",
        "application/feed+json",
    ]
    .iter()
    .any(|kind| content.starts_with(kind));
    if !is_text && !content.contains("xml") {
        return refused(format!("is {content} and no page"));
    }
    let mut body = Vec::new();
    let reader = response.body_mut().as_reader();
    reader
        .take(limit + 1)
        .read_to_end(&mut body)
        .map_err(|cause| ReadProblem::NotFetched(format!("broke off: {cause}")))?;
    let body = answer::unpacked(body, limit + 1);
    if body.len() as u64 > limit {
        return Err(ReadProblem::TooLarge { limit });
    }
    Ok(Record {
        charset: answer::charset(&content),
        is_html: content.contains("html"),
        url: url.into(),
        body,
        ..Record::default()
    })
}
