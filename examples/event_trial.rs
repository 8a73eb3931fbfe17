//! How well events are found, by B-cubed precision and recall: every article asks which share of those
//! put together with it belong there, and which share of those that belong with it are there.
//!
//! ```sh
//! cargo run --release --example event_trial                      # 5,000 generated articles
//! cargo run --release --example event_trial -- 20000             # more of them
//! cargo run --release --example event_trial -- events/ undated   # folders, one event each; no times
//! ```

#[path = "../tests/generated/mod.rs"]
mod generated;

use std::collections::HashMap;
use std::error::Error;
use std::io::Write;
use std::path::Path;
use std::time::Instant;

use rashomon::Article;
use rashomon::events::{Counts, Profile, group, profile};
use rashomon::extract::extract;
use rashomon::read::{Input, read};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let what = arguments.first().map_or("5000", String::as_str);
    let mut labelled = match what.parse() {
        Ok(count) => generated(count)?,
        Err(_) => folders(Path::new(what))?,
    };
    if arguments.iter().any(|argument| argument == "undated") {
        for (article, _) in &mut labelled {
            article.published = None;
        }
    }
    // The order in which articles come must not matter.
    labelled.sort_by_key(|(article, _)| (article.text.len() % 97, article.text.len()));
    let profiles: Vec<Profile> = labelled
        .iter()
        .map(|(article, _)| profile(article, &extract(article).quotations))
        .collect();
    let mut counts = Counts::default();
    for profile in &profiles {
        counts.add(profile);
    }
    let begun = Instant::now();
    let groups = group(&profiles, &vec![None; profiles.len()], &counts);
    let labels: Vec<&str> = labelled.iter().map(|(_, event)| event.as_str()).collect();
    let (precision, recall) = b_cubed(&labels, &groups);
    writeln!(
        std::io::stdout(),
        "{} articles, {} events, {} found in {:.2} s: precision {precision:.4}, recall {recall:.4}, F1 {:.4}",
        labels.len(),
        labels
            .iter()
            .collect::<std::collections::HashSet<_>>()
            .len(),
        groups.len(),
        begun.elapsed().as_secs_f64(),
        2.0 * precision * recall / (precision + recall),
    )?;
    Ok(())
}

fn generated(count: usize) -> Result<Vec<(Article, String)>, Box<dyn Error>> {
    let folder = std::env::temp_dir().join(format!("event-trial-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let path = folder.join("dump.jsonl");
    std::fs::write(&path, generated::Newsroom::new(3).dump(count))?;
    let reading = read(&[Input::Path(path)], &mut |_, _| {});
    std::fs::remove_dir_all(&folder)?;
    let label = |article: Article| {
        let event = article.id.split('-').next().unwrap_or_default().to_owned();
        (article, event)
    };
    Ok(reading.articles.into_iter().map(label).collect())
}

/// The articles of every folder in `folder`, which is one event.
fn folders(folder: &Path) -> Result<Vec<(Article, String)>, Box<dyn Error>> {
    let mut labelled = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            let event = path.display().to_string();
            let reading = read(&[Input::Path(path)], &mut |_, _| {});
            labelled.extend(
                reading
                    .articles
                    .into_iter()
                    .map(|article| (article, event.clone())),
            );
        }
    }
    Ok(labelled)
}

fn b_cubed(labels: &[&str], groups: &[Vec<usize>]) -> (f64, f64) {
    let mut sizes: HashMap<&str, usize> = HashMap::new();
    for label in labels {
        *sizes.entry(label).or_default() += 1;
    }
    let (mut precision, mut recall) = (0.0, 0.0);
    for group in groups {
        let mut shared: HashMap<&str, usize> = HashMap::new();
        for at in group {
            *shared.entry(labels[*at]).or_default() += 1;
        }
        for (label, count) in shared {
            let squared = (count * count) as f64;
            precision += squared / group.len() as f64;
            recall += squared / sizes[label] as f64;
        }
    }
    (
        precision / labels.len() as f64,
        recall / labels.len() as f64,
    )
}
