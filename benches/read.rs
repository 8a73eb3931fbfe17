//! Reading pages: from files to articles, with all the processors there are.
//!
//! `cargo bench --bench read` reads 200 pages of 100 kB each and folders that double. The full run of 10,000
//! pages, with the memory that it took, is `cargo bench --bench read -- full`; it needs 1 GB on disk.

#![allow(clippy::print_stdout, reason = "a bench prints its figures")]

use std::convert::Infallible;
use std::fs;
use std::path::Path;
use std::time::Instant;

use rashomon::read::{Input, Options, read_in_batches};

/// Bytes of a page.
const PAGE: usize = 100_000;

fn main() {
    let is_full = std::env::args().any(|argument| argument == "full");
    let counts: &[usize] = if is_full {
        &[1_250, 2_500, 5_000, 10_000]
    } else {
        &[50, 100, 200]
    };
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("bench-read");
    for count in counts {
        write_pages(&folder, *count);
        let begun = Instant::now();
        let articles = read(&folder);
        let seconds = begun.elapsed().as_secs_f64();
        assert_eq!(articles, *count, "every page is an article");
        println!(
            "{count:>6} pages of {} kB: {seconds:>6.2} s, {:>5.0} pages/s, {:>4.1} MB/s, peak memory {}",
            PAGE / 1000,
            *count as f64 / seconds,
            (*count * PAGE) as f64 / seconds / 1e6,
            peak_memory().unwrap_or_else(|| "unknown".to_owned()),
        );
    }
    let _ = fs::remove_dir_all(&folder);
}

fn read(folder: &Path) -> usize {
    let mut articles = 0;
    let done: Result<(), Infallible> = read_in_batches(
        &[Input::Path(folder.to_owned())],
        &Options::default(),
        &mut |reading, _| {
            articles += reading.articles.len();
            Ok(())
        },
    );
    match done {
        Ok(()) => articles,
    }
}

/// Pages like those of news sites: a tenth article, the rest menus, scripts and lists of other articles.
fn write_pages(folder: &Path, count: usize) {
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder).expect("a folder for the pages");
    for number in 0..count {
        fs::write(folder.join(format!("{number:05}.html")), page(number)).expect("a page");
    }
}

fn page(number: usize) -> String {
    let mut page = format!(
        "<!doctype html><html lang=en><head><title>Dam report {number} | Ridge Post</title><meta property=og:site_name content='Ridge Post'>\
         <link rel=canonical href=https://ridge.example/{number}><meta property=article:published_time content=2026-04-13T08:00:00Z>"
    );
    let script = "<script>window.layer=window.layer||[];function push(a,b){for(var i=0;i<a.length;i++){if(a[i]<b){layer.push(a[i])}}}</script>";
    page += &script.repeat(40_000 / script.len());
    page += "</head><body><nav><ul>";
    for link in 0..60 {
        page += &format!(
            "<li class=menu__entry><a class=menu__link href=/section/{link}>Section {link}</a></li>"
        );
    }
    page += &format!("</ul></nav><article><h1>Dam report {number}</h1>");
    for paragraph in 0..30 {
        page += &format!(
            "<p class=text>“We drained the basin before the rain of day {paragraph},” <a href=/people/corley>Mayor Ann Corley</a> told reporters \
             in case {number}, and added that the gate had been <em>tested twice</em> since the spring, a claim that the county disputes.</p>\n"
        );
    }
    page += "</article><aside class=related><ul>";
    let mut link = 0;
    while page.len() < PAGE - 100 {
        link += 1;
        page += &format!(
            "<li class='teaser teaser--small'><a href=/story/{number}-{link}><img src=/img/{link}.jpg alt=''><h3 class=teaser__title>Another story, \
             number {link}</h3><time datetime=2026-04-12>12 April</time></a></li>\n"
        );
    }
    page += "</ul></aside></body></html>";
    page
}

/// The most memory that this process held, as the system tells it.
fn peak_memory() -> Option<String> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: u64 = line.trim().strip_suffix(" kB")?.parse().ok()?;
    Some(format!("{} MB", kilobytes / 1000))
}
