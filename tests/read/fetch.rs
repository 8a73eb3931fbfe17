//! Fetching, against a server on this machine.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener};
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use rashomon::read::{Fetching, Input, Options, Reading, read_with};

/// Answers each path with what was laid down for it, and remembers what it was asked.
struct Server {
    address: SocketAddr,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Server {
    fn new(answers: &[(&str, String)]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let asked = Arc::new(Mutex::new(Vec::new()));
        let answers: HashMap<String, String> = answers
            .iter()
            .map(|(path, answer)| ((*path).to_owned(), answer.clone()))
            .collect();
        let log = Arc::clone(&asked);
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let Ok(mut stream) = stream else { continue };
                let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
                let mut head = Vec::new();
                while let Some(Ok(line)) = lines.next() {
                    if line.is_empty() {
                        break;
                    }
                    head.push(line);
                }
                let path = head
                    .first()
                    .and_then(|line| line.split(' ').nth(1))
                    .unwrap_or_default()
                    .to_owned();
                log.lock().unwrap().push(head.join("\n"));
                if path == "/silent" {
                    std::thread::sleep(Duration::from_secs(3));
                }
                let answer = answers
                    .get(&path)
                    .cloned()
                    .unwrap_or_else(|| answer(404, "text/plain", "no"));
                let _ = stream.write_all(answer.as_bytes());
            }
        });
        Self { address, asked }
    }

    fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    fn asked(&self) -> Vec<String> {
        let asked = self.asked.lock().unwrap();
        let lines = asked
            .iter()
            .map(|head| head.lines().next().unwrap_or_default().to_owned());
        lines.collect()
    }
}

fn answer(code: u16, kind: &str, body: &str) -> String {
    format!(
        "HTTP/1.1 {code} X\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nSet-Cookie: a=b\r\nConnection: close\r\n\r\n{body}",
        body.len()
    )
}

fn moved(to: &str) -> String {
    format!("HTTP/1.1 302 X\r\nLocation: {to}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
}

fn page() -> String {
    "<html lang=en><head><title>Ferry aground</title><meta property=og:site_name content='Harbour Post'></head><body><article><h1>Ferry aground</h1>\
     <p>The ferry Aurelia ran aground early on Tuesday with 212 people on board, the coast guard said.</p>\
     <p>“We heard a noise like a train,” said Nora Fenn, a teacher.</p></article></body></html>"
        .to_owned()
}

fn options(cache: Option<&Path>) -> Options {
    Options {
        max_file_bytes: 100_000,
        fetching: Fetching {
            allows_private: true,
            max_time: Duration::from_secs(1),
            pause: Duration::from_millis(1),
            cache: cache.map(Path::to_owned),
            contact: Some("desk@harbour.example".to_owned()),
            ..Fetching::default()
        },
        ..Options::default()
    }
}

fn fetch(urls: &[String], options: &Options) -> Reading {
    let inputs: Vec<Input> = urls.iter().cloned().map(Input::Url).collect();
    read_with(&inputs, options, &mut |_| {})
}

fn problem(url: String, options: &Options) -> String {
    let reading = fetch(&[url], options);
    assert!(reading.articles.is_empty(), "{reading:?}");
    reading.left_out[0].to_string()
}

#[test]
fn a_page_is_fetched_once_and_kept() {
    let folder = super::scratch("cache");
    let server = Server::new(&[
        (
            "/robots.txt",
            answer(200, "text/plain", "User-agent: *\nDisallow: /private"),
        ),
        ("/ferry", moved("/2024/ferry.html?x=1")),
        (
            "/2024/ferry.html?x=1",
            answer(200, "text/html; charset=utf-8", &page()),
        ),
    ]);
    let url = server.url("/ferry");
    let reading = fetch(std::slice::from_ref(&url), &options(Some(&folder)));
    assert!(reading.left_out.is_empty(), "{:?}", reading.left_out);
    let article = &reading.articles[0];
    assert_eq!(
        (article.id.as_str(), article.outlet.as_str()),
        ("ferry", "Harbour Post")
    );
    assert_eq!(article.url, Some(server.url("/2024/ferry.html?x=1")));
    assert!(article.text.ends_with("said Nora Fenn, a teacher."));
    assert_eq!(
        server.asked(),
        [
            "GET /robots.txt HTTP/1.1",
            "GET /ferry HTTP/1.1",
            "GET /2024/ferry.html?x=1 HTTP/1.1"
        ]
    );
    let heads = server.asked.lock().unwrap().join("\n").to_lowercase();
    assert!(
        heads.contains("user-agent: rashomon/") && heads.contains("desk@harbour.example"),
        "{heads}"
    );
    assert!(!heads.contains("cookie"), "{heads}");

    // The second time nobody is asked, and the reader is told how old the page is.
    let again = Options {
        fetching: Fetching {
            is_offline: true,
            ..options(Some(&folder)).fetching
        },
        ..options(None)
    };
    let reading = fetch(std::slice::from_ref(&url), &again);
    assert_eq!(reading.articles[0].text, article.text);
    assert!(
        reading.notes[0]
            .to_string()
            .contains("as it was fetched at 2"),
        "{:?}",
        reading.notes
    );
    assert_eq!(server.asked().len(), 3);
    let problem = problem(server.url("/other"), &again);
    assert!(problem.contains("--offline forbids"), "{problem}");
    // What is kept is a web archive like any other.
    let reading = read_with(
        &[Input::Path(folder.clone())],
        &Options::default(),
        &mut |_| {},
    );
    assert_eq!(reading.articles.len(), 1);

    let refresh = Options {
        fetching: Fetching {
            is_refreshing: true,
            ..options(Some(&folder)).fetching
        },
        ..options(None)
    };
    fetch(&[url], &refresh);
    assert_eq!(server.asked().len(), 6);
}

#[test]
fn what_is_not_fetched_says_why() {
    let long = page() + &"x".repeat(200_000);
    let server = Server::new(&[
        (
            "/robots.txt",
            answer(
                200,
                "text/plain",
                "User-agent: rashomon\nDisallow: /private",
            ),
        ),
        ("/round", moved("/round")),
        ("/file", moved("file:///etc/passwd")),
        ("/picture", answer(200, "image/png", "x")),
        ("/long", answer(200, "text/html", &long)),
        ("/locked", answer(403, "text/html", "no")),
        ("/broken", answer(500, "text/html", "no")),
        ("/silent", answer(200, "text/html", &page())),
    ]);
    for (path, message) in [
        ("/private/x", "robots.txt forbids"),
        ("/round", "more than 5 redirects"),
        ("/file", "leads to \"file\""),
        ("/picture", "is image/png and no page"),
        ("/long", "is larger than the limit"),
        ("/locked", "is refused by its server (403)"),
        ("/broken", "an error of its server (500)"),
        ("/none", "is not there (404)"),
        ("/silent", "did not answer in time"),
    ] {
        let problem = problem(server.url(path), &options(None));
        assert!(problem.contains(message), "{path}: {problem}");
    }
    assert!(!server.asked().iter().any(|line| line.contains("/private")));
    let asked = problem(
        "https://me:secret@harbour.example/".to_owned(),
        &options(None),
    );
    assert!(asked.contains("holds a name or a password"), "{asked}");
}

#[test]
fn a_private_network_is_asked_only_when_that_is_allowed() {
    let server = Server::new(&[("/x", answer(200, "text/html", &page()))]);
    let mut options = options(None);
    options.fetching.allows_private = false;
    for url in [
        server.url("/x"),
        server.url("/x").replace("127.0.0.1", "localhost"),
    ] {
        let problem = problem(url, &options);
        assert!(problem.contains("--allow-private"), "{problem}");
    }
    assert!(server.asked().is_empty());
}

#[test]
fn a_feed_and_a_page_beside_one_that_is_missing() {
    let feed = "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Harbour Post</title><item><title>Tug</title><link>https://harbour.example/tug</link>\
        <description>The tug is safe, its owner said.</description></item></channel></rss>";
    let server = Server::new(&[
        ("/feed", answer(200, "application/rss+xml", feed)),
        ("/ferry", answer(200, "text/html", &page())),
    ]);
    let urls = ["/feed", "/missing", "/ferry"].map(|path| server.url(path));
    let reading = fetch(&urls, &options(None));
    assert_eq!(reading.articles.len(), 2, "{reading:?}");
    assert_eq!(reading.left_out.len(), 1);
    // The rules of a site are asked for once.
    let robots = server
        .asked()
        .iter()
        .filter(|line| line.contains("robots"))
        .count();
    assert_eq!(robots, 1);
}
