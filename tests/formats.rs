//! Reports that other tools read, against the schemas that those tools follow (`tests/schemas/README.md`).

#![allow(clippy::unwrap_used, reason = "a test may stop where it cannot go on")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use jsonschema::Validator;
use serde_json::Value;

const EVENT: &str = "corpora/kremlin-readout";

/// A draft whose quotations are altered in several ways, with texts that mean something to somebody.
const DRAFT: &str = "\
# Gate <script>alert(1)</script>

“It was a \u{202e}short night,” Mayor Lee said. “We lost 30 pumps & ]]> more,” she said.

::error::“Nobody told us | about the | gate,” said Tom Reed of <b>Works</b>.
";

const SOURCE: &str = "\
MAYOR LEE: It was a long night. We lost 300 pumps and more. Nobody asked us about the gate.
";

/// What the command prints to standard output.
fn printed(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_rashomon"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    let complaints = String::from_utf8_lossy(&output.stderr);
    assert!(matches!(output.status.code(), Some(0 | 1)), "{complaints}");
    String::from_utf8(output.stdout).unwrap()
}

fn json(arguments: &[&str]) -> Value {
    serde_json::from_str(&printed(arguments)).unwrap()
}

/// The draft checked against the source.
fn checked(format: &str) -> Value {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("formats-{format}"));
    fs::create_dir_all(&folder).unwrap();
    let (draft, source) = (folder.join("dräft 1.md"), folder.join("hearing.txt"));
    fs::write(&draft, DRAFT).unwrap();
    fs::write(&source, SOURCE).unwrap();
    let (draft, source) = (draft.to_str().unwrap(), source.to_str().unwrap());
    json(&[
        "check",
        draft,
        "--against",
        source,
        "--no-policy",
        "--format",
        format,
    ])
}

/// An event compared.
fn compared(format: &str) -> Value {
    json(&["compare", EVENT, "--no-policy", "--format", format])
}

/// Words that two events hold.
fn traced(format: &str) -> Value {
    json(&[
        "trace",
        "the pumps",
        EVENT,
        "corpora/pump-recall",
        "--format",
        format,
    ])
}

fn schema(name: &str) -> Validator {
    let folder = match name {
        "policy.json" => "schemas",
        _ => "tests/schemas",
    };
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join(folder)
        .join(name);
    // A pattern in the schema of SARIF has a bracket too many, which only lenient engines take.
    let text = fs::read_to_string(path).unwrap().replace("{2}]?$", "{2}$");
    let schema = serde_json::from_str(&text).unwrap();
    jsonschema::validator_for(&schema).unwrap()
}

/// `report` follows the schema, and one more name in it would not: the schema looks at what is there.
fn assert_follows(report: &Value, name: &str) {
    let schema = schema(name);
    let mistakes: Vec<String> = schema
        .iter_errors(report)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(mistakes.is_empty(), "{name}: {mistakes:#?}");
    let mut wrong = report.clone();
    let object = match &mut wrong {
        Value::Array(entries) => &mut entries[0],
        object => object,
    };
    object["no such name"] = Value::Bool(true);
    assert!(!schema.is_valid(&wrong), "{name} allows anything");
}

#[test]
fn sarif_follows_the_standard() {
    let report = checked("sarif");
    assert!(report["runs"][0]["results"].as_array().unwrap().len() >= 2);
    assert_follows(&report, "sarif-2.1.0.json");
}

#[test]
fn gitlab_can_read_its_report() {
    let report = checked("gitlab");
    assert!(report.as_array().unwrap().len() >= 2);
    assert_follows(&report, "gitlab-code-quality.json");
}

#[test]
fn annotations_follow_the_model() {
    for report in [
        checked("webannotation"),
        compared("webannotation"),
        traced("webannotation"),
    ] {
        assert!(!report["items"].as_array().unwrap().is_empty());
        assert_follows(&report, "web-annotation-page.json");
    }
}

#[test]
fn claims_are_drafts_of_claim_reviews() {
    for report in [compared("claimreview"), traced("claimreview")] {
        assert!(!report["@graph"].as_array().unwrap().is_empty());
        assert_follows(&report, "claim-review.json");
    }
}

#[test]
fn the_policy_has_every_name_that_its_schema_has() {
    let template: toml::Table = rashomon::policy::TEMPLATE.parse().unwrap();
    let template = serde_json::to_value(template).unwrap();
    assert_follows(&template, "policy.json");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("schemas/policy.json");
    let schema: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    assert_same_names(&template, &schema["properties"]);
    for section in ["severity", "style", "compare"] {
        assert_same_names(
            &template[section],
            &schema["properties"][section]["properties"],
        );
    }
    let deny = &schema["properties"]["compare"]["properties"]["deny"]["items"]["enum"];
    let known: Vec<&str> = deny
        .as_array()
        .unwrap()
        .iter()
        .map(|name| name.as_str().unwrap())
        .collect();
    assert_eq!(known.join(", "), rashomon::policy::relations());
}

fn assert_same_names(object: &Value, properties: &Value) {
    let names = |value: &Value| -> Vec<String> {
        let mut names: Vec<String> = value.as_object().unwrap().keys().cloned().collect();
        names.sort();
        names
    };
    assert_eq!(names(object), names(properties));
}
