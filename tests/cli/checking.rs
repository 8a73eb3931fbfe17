//! `check`, `trace`, the policy and the baseline.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use serde_json::Value;

use super::{EVENT, folder, run, stderr, stdout};

/// A folder with a draft that alters one of two quotations, and its transcript.
fn check_folder(name: &str) -> (PathBuf, String, String) {
    let folder = folder(name);
    let draft = folder.join("draft.md");
    let source = folder.join("hearing.txt");
    fs::write(
        &draft,
        "# Gate\n\n“It was a long night,” Mayor Lee said. “We lost 30 pumps,” she said.\n",
    )
    .expect("a draft");
    fs::write(
        &source,
        "MAYOR LEE: It was a long night. We lost 300 pumps.\n",
    )
    .expect("a source");
    let (draft, source) = (draft.display().to_string(), source.display().to_string());
    (folder, draft, source)
}

#[test]
fn check_points_at_what_was_altered_in_every_format() {
    let (_, draft, source) = check_folder("check_formats");
    let checked = |format: &str| {
        let output = run(&[
            "check",
            &draft,
            "--against",
            &source,
            "--no-policy",
            "--format",
            format,
        ]);
        assert_eq!(
            output.status.code(),
            Some(1),
            "{format}: {}",
            stderr(&output)
        );
        stdout(&output)
    };
    let json: Value = serde_json::from_str(&checked("json")).expect("JSON");
    assert_eq!(json["schema"], "rashomon.check/1");
    assert_eq!(json["results"][0]["status"], "verbatim");
    assert_eq!(json["results"][1]["status"], "contradicted");
    assert_eq!(json["results"][1]["source"]["text"], "We lost 300 pumps");
    assert_eq!(json["searched"]["articles"], 1);
    let sarif: Value = serde_json::from_str(&checked("sarif")).expect("JSON");
    let results = sarif["runs"][0]["results"].as_array().expect("results");
    assert_eq!(results.len(), 1);
    let region = &results[0]["locations"][0]["physicalLocation"]["region"];
    assert_eq!(
        (region["startLine"].as_u64(), region["startColumn"].as_u64()),
        (Some(3), Some(41))
    );
    assert!(
        checked("github")
            .contains(",line=3,endLine=3,col=41,endColumn=58,title=Quotation%3A contradicted::")
    );
    let gitlab: Value = serde_json::from_str(&checked("gitlab")).expect("JSON");
    assert_eq!(gitlab[0]["location"]["lines"]["begin"], 3);
    let junit = checked("junit");
    assert!(
        junit.contains("tests=\"2\"") && junit.contains("failures=\"1\""),
        "{junit}"
    );
    assert!(checked("github-summary").contains("**forbidden**"));
    assert!(checked("terminal").contains("draft.md:3:41"));
    assert_eq!(checked("json"), checked("json"));
}

#[test]
fn a_draft_without_lines_of_its_own_is_pointed_at_by_paragraph() {
    let folder = folder("check_paragraphs");
    let draft = folder.join("draft.json");
    let text =
        "The gate held.\\n\\n“Nobody ever told us that the lower gate would open,” Ann Lee said.";
    fs::write(
        &draft,
        format!("{{\"outlet\": \"Post\", \"text\": \"{text}\"}}"),
    )
    .expect("a draft");
    let source = folder.join("minutes.txt");
    fs::write(&source, "On Monday the council met for an hour.\n").expect("a source");
    let (draft, source) = (draft.display().to_string(), source.display().to_string());
    let output = run(&["check", &draft, "--against", &source, "--no-policy"]);
    let told = stdout(&output);
    assert!(told.contains("draft.json ¶2 missing"), "{told}");
}

#[test]
fn a_baseline_knows_findings_wherever_they_stand() {
    let (folder, draft, source) = check_folder("check_baseline");
    let baseline = folder.join("known.json").display().to_string();
    let check = |extra: &[&str]| {
        let mut arguments = vec![
            "check",
            &draft,
            "--against",
            &source,
            "--no-policy",
            "--baseline",
            &baseline,
        ];
        arguments.extend(extra);
        run(&arguments)
    };
    assert_eq!(
        check(&[]).status.code(),
        Some(2),
        "there is no baseline yet"
    );
    assert_eq!(check(&["--update-baseline"]).status.code(), Some(0));
    let text = fs::read_to_string(&draft).expect("the draft");
    fs::write(
        &draft,
        text.replace("# Gate\n", "# Gate\n\nA line above.\n"),
    )
    .expect("a draft");
    let output = check(&[]);
    assert_eq!(output.status.code(), Some(0), "moved lines change nothing");
    let told = stdout(&output);
    assert!(
        told.contains("known already") && told.contains("0 forbidden"),
        "{told}"
    );
    fs::write(&draft, text.replace("30 pumps", "31 pumps")).expect("a draft");
    let output = check(&[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        stderr(&output).contains("no longer found"),
        "{}",
        stderr(&output)
    );
}

#[test]
fn a_policy_says_what_is_forbidden() {
    let (folder, draft, source) = check_folder("check_policy");
    let policy = folder.join("rashomon.toml");
    let check = || {
        let policy = policy.display().to_string();
        run(&["check", &draft, "--against", &source, "--policy", &policy])
    };
    fs::write(
        &policy,
        "[severity]\ncontradicted = \"warn\"\nreworded = \"allow\"\n",
    )
    .expect("a policy");
    assert_eq!(check().status.code(), Some(0));
    fs::write(&policy, "\n[severity]\ncontradicted = \"fatal\"\n").expect("a policy");
    let output = check();
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("line 3"), "{}", stderr(&output));
    let denied = run(&[
        "compare",
        EVENT,
        "--format",
        "json",
        "--fail-on",
        "truncated,contradicted",
    ]);
    assert_eq!(denied.status.code(), Some(1));
    let said = stderr(&denied);
    assert!(said.contains("forbidden: contradicted in s"), "{said}");
    assert!(said.contains("; truncated in s"), "{said}");
    assert_eq!(
        run(&["compare", EVENT, "--fail-on", "lies"]).status.code(),
        Some(2)
    );
}

#[test]
fn a_trace_without_a_result_says_how_much_was_searched() {
    let output = run(&["trace", "the moon is made of cheese", EVENT]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        stdout(&output).contains("Not found in 5 articles"),
        "{}",
        stdout(&output)
    );
}

#[test]
fn a_trace_through_nothing_has_no_result() {
    let output = run(&["trace", "the moon is made of cheese", "no-such-folder"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(stdout(&output), "");
}

#[test]
fn the_script_of_the_action_annotates_and_summarises() {
    let (folder, draft, source) = check_folder("check_action");
    let summary = folder.join("summary.md");
    let sarif = folder.join("check.sarif");
    let output = Command::new("bash")
        .arg("ci/github.sh")
        .env("RASHOMON", env!("CARGO_BIN_EXE_rashomon"))
        .env("DRAFTS", &draft)
        .env("AGAINST", &source)
        .env("SARIF", &sarif)
        .env("GITHUB_STEP_SUMMARY", &summary)
        .output()
        .expect("bash runs");
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    assert!(stdout(&output).starts_with("::error file="));
    assert!(
        fs::read_to_string(&summary)
            .expect("a summary")
            .starts_with("## Quotations")
    );
    assert!(
        fs::read_to_string(&sarif)
            .expect("a report")
            .contains("2.1.0")
    );
}
