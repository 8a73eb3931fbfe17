//! Killed at any moment: two processes add to one store, and are ended without a warning.

use std::fs;
use std::process::{Child, Stdio};
use std::time::Duration;

use crate::generated::{Newsroom, Random};
use crate::trial::{Trial, stderr};

#[test]
fn killed_processes_lose_and_double_nothing() {
    kill_trial(5, 300);
}

/// The full trial: `cargo test --release --test store -- --ignored --nocapture`.
#[test]
#[ignore = "takes some minutes"]
fn two_hundred_kills_lose_and_double_nothing() {
    kill_trial(200, 1_200);
}

/// Two processes add two halves of a dump that overlap; both are killed at a random moment, again and
/// again, until everything is in.
fn kill_trial(kills: usize, articles: usize) {
    let mut random = Random::new(7);
    let (mut done, mut rounds) = (0, 0);
    while done < kills {
        rounds += 1;
        let trial = Trial::new();
        let lines: Vec<String> = Newsroom::new(rounds)
            .dump(articles)
            .lines()
            .map(|line| format!("{line}\n"))
            .collect();
        fs::write(trial.path("a.jsonl"), lines[..articles * 2 / 3].concat())
            .expect("the trial goes on");
        fs::write(trial.path("b.jsonl"), lines[articles / 3..].concat())
            .expect("the trial goes on");
        let mut committed = 0;
        while done < kills {
            let mut children = [start(&trial, "a.jsonl"), start(&trial, "b.jsonl")];
            std::thread::sleep(Duration::from_micros(random.below(600_000) as u64));
            let mut ended = 0;
            for child in &mut children {
                ended += usize::from(child.try_wait().expect("the trial goes on").is_some());
                let _ = child.kill();
                child.wait().expect("the trial goes on");
            }
            done += usize::from(ended < 2);
            if trial.path("store.db").exists() {
                let output = trial.run(&["check-store"]);
                assert_eq!(
                    output.status.code(),
                    Some(0),
                    "kill {done}: {}",
                    stderr(&output)
                );
                let now = trial.count("SELECT count(*) FROM articles");
                assert!(
                    now >= committed,
                    "kill {done}: {committed} articles, then {now}"
                );
                committed = now;
            }
            if ended == 2 {
                break;
            }
        }
        for name in ["a.jsonl", "b.jsonl"] {
            trial.done(&[
                "ingest",
                trial.path(name).to_str().expect("the trial goes on"),
            ]);
        }
        for sql in [
            "SELECT count(*) FROM articles",
            "SELECT count(DISTINCT url) FROM articles",
        ] {
            assert_eq!(usize::try_from(trial.count(sql)), Ok(articles), "{sql}");
        }
        trial.done(&["check-store"]);
    }
    eprintln!("two processes killed at {done} moments in {rounds} stores: 0 lost, 0 twice");
}

fn start(trial: &Trial, name: &str) -> Child {
    let path = trial.path(name);
    trial
        .command(&["ingest", path.to_str().expect("the trial goes on")])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the trial goes on")
}
