//! What is asked of a store: events, history, search, outlets, export, quotations.

use std::fs;

use serde_json::{Value, json};

use crate::trial::{Trial, article};

/// A store with two events of the corpora.
fn two_events() -> Trial {
    let trial = Trial::new();
    trial.done(&["ingest", "corpora/pump-recall", "corpora/river-flood"]);
    trial
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

fn events(trial: &Trial) -> Vec<Value> {
    let list = parsed(&trial.done(&["events", "--format", "json"]));
    assert_eq!(list["schema"], "rashomon.events/1");
    list["events"].as_array().expect("a list").clone()
}

#[test]
fn articles_of_one_folder_are_one_event() {
    let trial = two_events();
    let events = events(&trial);
    let mut sizes: Vec<usize> = events
        .iter()
        .map(|event| event["articles"].as_array().unwrap().len())
        .collect();
    sizes.sort_unstable();
    let files = |folder: &str| {
        fs::read_dir(folder)
            .unwrap()
            .filter(|entry| entry.as_ref().unwrap().path().is_file())
            .count()
    };
    let mut expected = [files("corpora/pump-recall"), files("corpora/river-flood")];
    expected.sort_unstable();
    assert_eq!(sizes, expected);
    for event in &events {
        for name in ["id", "title", "first", "last"] {
            assert!(event[name].is_string(), "{name}");
        }
        assert!(!event["outlets"].as_array().unwrap().is_empty());
    }
}

#[test]
fn what_is_arranged_by_hand_stays() {
    let trial = two_events();
    let before = events(&trial);
    let (id, first) = (
        before[0]["id"].as_str().unwrap(),
        before[0]["articles"][0].as_str().unwrap(),
    );
    trial.done(&["events", "split", id, first]);
    trial.done(&["events", "regroup"]);
    let after = events(&trial);
    assert_eq!(after.len(), before.len() + 1);
    let alone = after
        .iter()
        .find(|event| event["articles"] == json!([first]))
        .expect("an event of its own");
    let other = after
        .iter()
        .find(|event| {
            let articles = event["articles"].as_array().unwrap();
            articles.contains(&before[1]["articles"][0])
        })
        .and_then(|event| event["id"].as_str())
        .expect("the event that was left alone");
    let said = trial.done(&["events", "merge", other, alone["id"].as_str().unwrap()]);
    assert!(said.starts_with(other), "{said}");
    trial.done(&["events", "regroup"]);
    let said = trial.trouble(&["events", "merge", other, other]);
    assert!(said.contains("there is nothing to join"), "{said}");
    let merged = trial.done(&["events", "show", other, "--format", "json"]);
    let articles = parsed(&merged)["events"][0]["articles"].clone();
    assert!(articles.as_array().unwrap().contains(&json!(first)));
    // Who asks for the one that is gone is sent to where its articles are.
    let gone = trial.done(&[
        "events",
        "show",
        alone["id"].as_str().unwrap(),
        "--format",
        "json",
    ]);
    assert_eq!(parsed(&gone)["events"][0]["id"], other);
    trial.done(&["check-store"]);
}

#[test]
fn events_are_listed_by_time_and_outlet_and_compared() {
    let trial = two_events();
    let none = trial.done(&["events", "--since", "2031-01-01", "--format", "json"]);
    assert_eq!(parsed(&none)["events"], json!([]));
    let of = trial.done(&["events", "--outlet", "The Daily Siren", "--format", "json"]);
    let of = parsed(&of)["events"].as_array().unwrap().clone();
    assert_eq!(of.len(), 1);
    let id = of[0]["id"].as_str().unwrap();
    let from_store = parsed(&trial.done(&["compare", "--event", id, "--format", "json"]));
    let from_files = parsed(&trial.done(&["compare", "corpora/river-flood", "--format", "json"]));
    assert_eq!(from_store["statements"], from_files["statements"]);
    let table = trial.done(&["events", "--format", "csv"]);
    assert!(table.starts_with("event,title,first,last,articles,outlets,by_hand,outlet_names\n"));
    assert_eq!(table.lines().count(), 3);
    let table = trial.done(&["events", "--format", "csv", "--table", "articles"]);
    let articles = trial.count("SELECT count(*) FROM articles");
    assert_eq!(i64::try_from(table.lines().count()), Ok(1 + articles));
    let page = trial.done(&["events", "show", id, "--format", "html"]);
    assert!(page.contains("Who is given voice") && page.contains("<rect"));
    let said = trial.trouble(&["events", "show", "e99"]);
    assert!(said.contains("there is no event \"e99\""), "{said}");
}

#[test]
fn history_tells_quotations_numbers_and_the_headline() {
    let trial = Trial::new();
    let url = "https://ridgepost.example/dam";
    let first = article(
        "Ridge Post",
        url,
        "“The dam will hold for now,” Mayor Ann Lee said.\n\nSome 40 people had left their houses.",
    );
    let later = article(
        "Ridge Post",
        url,
        "“The dam will not hold for now,” Mayor Ann Lee said.\n\nSome 400 people had left their houses.",
    )
    .replace("Dam report", "Dam at risk");
    trial.piped(&["ingest", "-"], &(first + &later));
    let history = parsed(&trial.done(&["history", url, "--format", "json"]));
    let changes = &history["pages"][0]["revisions"][1]["changes"];
    assert_eq!(changes["headline"], true);
    let changed = &changes["quotations_changed"][0];
    assert!(
        changed["relation"]
            .as_array()
            .unwrap()
            .contains(&json!("contradicted"))
    );
    assert_eq!(changes["numbers"][0]["before"]["text"], "40");
    assert_eq!(changes["numbers"][0]["after"]["text"], "400");
}

#[test]
fn search_finds_quotations_by_words_kind_and_speaker() {
    let trial = two_events();
    let found = trial.done(&[
        "search",
        "gauge",
        "--speaker",
        "Szabolcs",
        "--format",
        "jsonl",
    ]);
    assert!(found.lines().count() > 1);
    for line in found.lines() {
        let hit = parsed(line);
        assert!(hit["speaker"].as_str().unwrap().contains("Szabolcs"));
        assert!(hit["text"].to_string().to_lowercase().contains("gauge"));
    }
    let indirect = trial.done(&["search", "gauge", "--kind", "indirect", "--format", "jsonl"]);
    assert!(
        indirect
            .lines()
            .all(|line| parsed(line)["kind"] == "indirect")
    );
}

#[test]
fn every_figure_of_an_outlet_unfolds_to_as_many_places() {
    let trial = two_events();
    let figures = parsed(&trial.done(&["outlets", "--format", "json"]));
    assert_eq!(figures["events"], 2);
    let mut compared = 0;
    for measure in [
        "direct",
        "voices",
        "cues",
        "shared",
        "altered",
        "not-found",
        "first",
    ] {
        let list = parsed(&trial.done(&["outlets", "--explain", measure, "--format", "json"]));
        let places = list["evidence"].as_array().unwrap();
        for outlet in figures["outlets"].as_array().unwrap() {
            let own = places
                .iter()
                .filter(|place| place["outlet"] == outlet["outlet"]);
            let count: u64 = own.map(|place| place["count"].as_u64().unwrap()).sum();
            assert_eq!(outlet["measures"][measure]["count"], count, "{measure}");
            compared += count;
        }
    }
    assert!(compared > 50, "{compared}");
    let table = trial.done(&["outlets", "--format", "csv"]);
    assert!(
        table.starts_with("outlet,articles,words,direct,"),
        "{table}"
    );
    let page = trial.done(&["outlets", "--format", "html"]);
    assert!(page.contains("<rect") && page.contains("The Daily Siren"));
}

#[test]
fn an_export_can_be_ingested_again() {
    let trial = two_events();
    let path = trial.path("articles.jsonl");
    trial.done(&["export", "-o", path.to_str().unwrap()]);
    let again = trial.path("again.db");
    let (path, again) = (path.to_str().unwrap(), again.to_str().unwrap());
    trial.done(&["ingest", path, "--store", again]);
    let of =
        |store: &str| trial.done(&["export", "quotations", "--format", "csv", "--store", store]);
    assert_eq!(of(again), of(trial.path("store.db").to_str().unwrap()));
    // Nothing is new for the store that it came from.
    let said = trial.done(&["ingest", path]);
    assert!(said.starts_with("Nothing new"), "{said}");
}

#[test]
fn words_are_traced_and_drafts_checked_in_a_store() {
    let trial = two_events();
    let store = trial.path("store.db");
    let store = store.to_str().unwrap();
    let words = "the gauge at Sallow Bridge did not fail";
    let traced = parsed(&trial.done(&["trace", words, "--store", store, "--format", "json"]));
    let files = parsed(&trial.done(&["trace", words, "corpora/river-flood", "--format", "json"]));
    assert!(files["renderings"].as_array().unwrap().len() > 2);
    assert_eq!(traced["renderings"], files["renderings"]);
    let all = trial.count("SELECT count(*) FROM articles");
    assert_eq!(traced["searched"]["articles"], all);

    let missing = trial.run(&["trace", "purple elephants dance at noon", "--store", store]);
    assert_eq!(missing.status.code(), Some(1));

    let draft = trial.path("draft.md");
    fs::write(
        &draft,
        "“Purple elephants danced on the bridge at noon,” Ingrid Szabolcs said.\n\n\
         “The gauge at Sallow Bridge did not fail,” Ingrid Szabolcs said.\n",
    )
    .unwrap();
    let arguments = ["check", draft.to_str().unwrap(), "--store", store];
    let checked = trial.run(&[&arguments[..], &["--format", "json"]].concat());
    assert_eq!(checked.status.code(), Some(1));
    let checked = parsed(std::str::from_utf8(&checked.stdout).unwrap());
    assert_eq!(checked["results"][0]["status"], "missing");
    assert_eq!(checked["results"][1]["status"], "verbatim");
    assert_eq!(checked["searched"]["articles"], all);
}

#[test]
fn the_questions_of_the_documentation_have_answers() {
    let trial = two_events();
    trial.done(&["events"]);
    let text = fs::read_to_string("src/store/README.md").unwrap();
    let connection = trial.connection();
    let mut asked = 0;
    for question in text.split("sqlite3 store.db \"").skip(1) {
        let sql = question.split('"').next().unwrap();
        let mut statement = connection.prepare(sql).expect(sql);
        let mut rows = statement.query([]).unwrap();
        while rows.next().expect(sql).is_some() {}
        asked += 1;
    }
    assert_eq!(asked, 5);
    let page = trial.done(&["events", "--format", "html"]);
    assert_eq!(page.matches("<tr><th scope=\"row\">").count(), 2);
}
