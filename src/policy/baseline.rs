//! Findings that are known already: only new ones stand in the way.
//!
//! A finding is known by what it says and not by where it stands: draft, quoted words, gravest status and
//! the words of the source, folded and hashed. Lines inserted above change nothing; a word changed in the
//! quotation makes a new finding. The hash is FNV-1a of 64 bits, the same on every machine.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::model::{Check, Checked, Severity};

/// What a baseline file calls itself.
const SCHEMA: &str = "rashomon.baseline/1";

/// The findings that are known, by fingerprint.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Baseline {
    findings: BTreeMap<String, Entry>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    schema: String,
    findings: Vec<Entry>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    fingerprint: String,
    draft: String,
    status: String,
    quotation: String,
}

/// Why a baseline could not be read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BaselineError {
    /// The operating system refused.
    #[error("{}: cannot be read: {cause}; --update-baseline writes one", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the operating system says.
        cause: std::io::Error,
    },
    /// Something else than a baseline.
    #[error("{}: is no baseline of rashomon: {cause}; --update-baseline writes a new one", path.display())]
    Wrong {
        /// The file.
        path: PathBuf,
        /// What was expected.
        cause: String,
    },
}

impl Baseline {
    /// Reads a baseline.
    ///
    /// # Errors
    /// When there is no such file or it holds something else.
    pub fn read(path: &Path) -> Result<Self, BaselineError> {
        let text = fs::read_to_string(path).map_err(|cause| BaselineError::Unreadable {
            path: path.to_owned(),
            cause,
        })?;
        let wrong = |cause: String| BaselineError::Wrong {
            path: path.to_owned(),
            cause,
        };
        let file: File = serde_json::from_str(&text).map_err(|error| wrong(error.to_string()))?;
        if file.schema != SCHEMA {
            return Err(wrong(format!(
                "its schema is {:?} and not {SCHEMA:?}",
                file.schema
            )));
        }
        let findings = file.findings.into_iter();
        Ok(Self {
            findings: findings
                .map(|entry| (entry.fingerprint.clone(), entry))
                .collect(),
        })
    }

    /// The baseline that knows every finding of `check` that is not allowed.
    pub fn of(check: &Check) -> Self {
        let shown = check
            .results
            .iter()
            .filter(|checked| checked.severity > Severity::Allow);
        Self {
            findings: shown
                .map(|checked| {
                    let fingerprint = fingerprint(check, checked);
                    let entry = Entry {
                        fingerprint: fingerprint.clone(),
                        draft: check.origins[checked.place.article].path.clone(),
                        status: checked.status().name().to_owned(),
                        quotation: check.slice(checked.place).to_owned(),
                    };
                    (fingerprint, entry)
                })
                .collect(),
        }
    }

    /// The file's text.
    pub fn to_text(&self) -> String {
        let file = File {
            schema: SCHEMA.to_owned(),
            findings: self.findings.values().cloned().collect(),
        };
        let mut text = serde_json::to_string_pretty(&file).unwrap_or_default();
        text.push('\n');
        text
    }

    /// Marks what is known in `check` and gives the entries that no finding answers any more, as
    /// "draft: status: words".
    pub fn apply(&self, check: &mut Check) -> Vec<String> {
        let mut seen = Vec::new();
        for at in 0..check.results.len() {
            let fingerprint = fingerprint(check, &check.results[at]);
            if self.findings.contains_key(&fingerprint) {
                check.results[at].is_known = true;
                seen.push(fingerprint);
            }
        }
        let stale = self
            .findings
            .values()
            .filter(|entry| !seen.contains(&entry.fingerprint));
        stale
            .map(|entry| format!("{}: {}: “{}”", entry.draft, entry.status, entry.quotation))
            .collect()
    }
}

/// What a finding is known by: 16 hexadecimal digits of its content.
pub fn fingerprint(check: &Check, checked: &Checked) -> String {
    let mut hash = Fnv::new();
    hash.add(&check.origins[checked.place.article].path.replace('\\', "/"));
    hash.add(&folded(check.slice(checked.place)));
    for status in &checked.statuses {
        hash.add(status.name());
    }
    for found in &checked.found {
        hash.add(check.name(found.place));
        hash.add(&folded(check.slice(found.place)));
    }
    hash.add(checked.speaker.as_deref().unwrap_or(""));
    // The same words twice in one draft are two findings.
    let same = |other: &&Checked| {
        other.place < checked.place
            && other.place.article == checked.place.article
            && check.slice(other.place) == check.slice(checked.place)
    };
    hash.add(&check.results.iter().filter(same).count().to_string());
    format!("{:016x}", hash.0)
}

fn folded(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ")
}

struct Fnv(u64);

impl Fnv {
    fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    /// Adds a string and an end to it, so that "ab", "c" is not "a", "bc".
    fn add(&mut self, text: &str) {
        for byte in text.bytes().chain([0]) {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}
