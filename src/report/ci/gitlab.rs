//! The code quality report that GitLab shows in merge requests: a list in the manner of Code Climate.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::{findings, region};
use crate::model::{Check, Severity};
use crate::policy::fingerprint;
use crate::report::Format;
use crate::report::visible::visible;

/// One list of findings; those that a baseline knows are left out.
#[derive(Clone, Copy, Debug, Default)]
pub struct Gitlab;

impl Format<Check> for Gitlab {
    fn write(&self, check: &Check, out: &mut dyn Write) -> io::Result<()> {
        let new = findings(check).filter(|checked| !checked.is_known);
        let entries: Vec<Value> = new
            .map(|checked| {
                let line = region(check, checked.place).map_or(1, |region| region.start.0);
                let path = &check.origins[checked.place.article].path;
                json!({
                    "description": visible(&check.message(checked)),
                    "check_name": checked.status().name(),
                    "fingerprint": fingerprint(check, checked),
                    "severity": if checked.severity == Severity::Deny { "major" } else { "minor" },
                    "location": {
                        "path": path.trim_start_matches("./"),
                        "lines": {"begin": line},
                    },
                })
            })
            .collect();
        serde_json::to_writer_pretty(&mut *out, &entries)?;
        writeln!(out)
    }
}
