//! SARIF 2.1.0, the exchange format of static analysis (OASIS), as code hosts read it.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::{findings, region, uri};
use crate::Texts;
use crate::model::{Check, CheckStatus, Checked, Found, Place, Severity};
use crate::policy::fingerprint;
use crate::report::Format;
use crate::report::visible::visible;

/// One log with one run.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sarif;

impl Format<Check> for Sarif {
    fn write(&self, check: &Check, out: &mut dyn Write) -> io::Result<()> {
        let results: Vec<Value> = findings(check)
            .map(|checked| result(check, checked))
            .collect();
        let log = json!({
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [{
                "tool": {"driver": {
                    "name": "rashomon",
                    "version": env!("CARGO_PKG_VERSION"),
                    "informationUri": env!("CARGO_PKG_REPOSITORY"),
                    "rules": CheckStatus::ALL.map(|status| rule(status, check.texts)),
                }},
                "columnKind": "unicodeCodePoints",
                "invocations": [{"executionSuccessful": check.left_out.is_empty()}],
                "results": results,
            }],
        });
        serde_json::to_writer_pretty(&mut *out, &log)?;
        writeln!(out)
    }
}

fn rule(status: CheckStatus, texts: Texts) -> Value {
    json!({
        "id": status.name(),
        "shortDescription": {"text": format!("{}.", status.in_words(texts))},
        "defaultConfiguration": {"level": "error"},
    })
}

fn result(check: &Check, checked: &Checked) -> Value {
    let status = checked.status();
    let index = CheckStatus::ALL.iter().position(|other| *other == status);
    let level = if checked.severity == Severity::Deny {
        "error"
    } else {
        "warning"
    };
    let related: Vec<Value> = checked
        .found
        .iter()
        .chain(&checked.nearest)
        .map(|found| related(check, found))
        .collect();
    let mut result = json!({
        "ruleId": status.name(),
        "ruleIndex": index,
        "level": level,
        "message": {"text": text(&check.message(checked))},
        "locations": [location(check, checked.place)],
        "partialFingerprints": {"rashomonQuotation/v1": fingerprint(check, checked)},
        "relatedLocations": related,
    });
    result["baselineState"] = json!(if checked.is_known { "unchanged" } else { "new" });
    if checked.is_known {
        result["suppressions"] = json!([{"kind": "external"}]);
    }
    result
}

fn related(check: &Check, found: &Found) -> Value {
    let mut location = location(check, found.place);
    location["message"] = json!({"text": text(&check.cited(found))});
    location
}

fn location(check: &Check, place: Place) -> Value {
    let mut physical = json!({"artifactLocation": {"uri": uri(check, place)}});
    if let Some(region) = region(check, place) {
        physical["region"] = json!({
            "startLine": region.start.0,
            "startColumn": region.start.1,
            "endLine": region.end.0,
            "endColumn": region.end.1,
            "snippet": {"text": check.slice(place)},
        });
    }
    json!({"physicalLocation": physical})
}

/// Foreign text for a message: brackets would make a link of it, so they are escaped as SARIF has it.
fn text(words: &str) -> String {
    visible(words)
        .replace('\\', "\\\\")
        .replace('[', "\\[")
        .replace(']', "\\]")
}
