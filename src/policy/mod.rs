//! What a newsroom forbids, tolerates and allows: the file `rashomon.toml`.
//!
//! ```toml
//! against = ["transcripts/"]              # where `check` looks unless --against says so
//! ignore = ["so help me God"]             # quotations that hold these words are not checked
//!
//! [outlets]                               # other names of outlets, and the name to show
//! "www.herald.example" = "Northern Herald"
//!
//! [severity]                              # deny: forbidden, exit status 1; warn: shown; allow: not shown
//! missing = "warn"
//!
//! [style]                                 # what may be done to spoken words
//! contractions = true
//!
//! [compare]
//! deny = ["contradicted", "speaker"]
//! ```
//!
//! It is looked for in the working folder and upwards. Whatever it does not say keeps its default; a word
//! that it should not hold is an error with its line.

mod baseline;
mod ignore;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

pub use baseline::{Baseline, BaselineError, fingerprint};
pub use ignore::is_ignored;

use crate::Article;
use crate::check::Allowances;
use crate::model::{Check, CheckStatus, Checked, Severity};

/// The name of the file.
pub const FILE_NAME: &str = "rashomon.toml";

/// The file with every default, for `policy init`.
pub const TEMPLATE: &str = include_str!("template.toml");

/// What is forbidden, tolerated and allowed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Policy {
    /// Where `check` looks unless told otherwise; relative to the folder of the file.
    pub against: Vec<String>,
    /// Words; a quotation that holds them is not checked.
    pub ignore: Vec<String>,
    /// Other names of outlets, in any case, and the name to show.
    pub outlets: BTreeMap<String, String>,
    /// How grave each finding is.
    pub severity: Severities,
    /// What may be done to spoken words.
    pub style: Allowances,
    /// What `compare` forbids.
    pub compare: CompareRules,
}

/// How grave each finding of `check` is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Severities {
    /// No source holds it.
    pub missing: Level,
    /// A negation, a number or a name differs.
    pub contradicted: Level,
    /// The source credits somebody else.
    pub speaker: Level,
    /// Two places are joined.
    pub spliced: Level,
    /// It stops before a reservation.
    pub truncated: Level,
    /// The source tells it without quotation marks.
    pub paraphrased: Level,
    /// Other words.
    pub reworded: Level,
    /// Words are missing inside, without a mark.
    pub elided: Level,
    /// Words are missing inside, and a mark says so.
    pub elided_marked: Level,
    /// An editor's words in brackets.
    pub interpolated: Level,
}

impl Default for Severities {
    fn default() -> Self {
        Self {
            missing: Level::Deny,
            contradicted: Level::Deny,
            speaker: Level::Deny,
            spliced: Level::Deny,
            truncated: Level::Deny,
            paraphrased: Level::Deny,
            reworded: Level::Deny,
            elided: Level::Deny,
            elided_marked: Level::Allow,
            interpolated: Level::Allow,
        }
    }
}

/// A severity as the file writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Not shown.
    Allow,
    /// Shown.
    Warn,
    /// Forbidden.
    Deny,
}

impl From<Level> for Severity {
    fn from(level: Level) -> Self {
        match level {
            Level::Allow => Self::Allow,
            Level::Warn => Self::Warn,
            Level::Deny => Self::Deny,
        }
    }
}

/// What `compare` forbids.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CompareRules {
    /// Names of relations; `compare` ends with exit status 1 when a pair has one of them.
    pub deny: Vec<String>,
}

/// Why there is no policy.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PolicyError {
    /// The file could not be read.
    #[error("{}: cannot be read: {cause}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the operating system says.
        cause: std::io::Error,
    },
    /// The file is no policy.
    #[error("{}: line {line}, column {column}: {cause}", path.display())]
    Wrong {
        /// The file.
        path: PathBuf,
        /// From 1.
        line: usize,
        /// From 1, in characters.
        column: usize,
        /// What was expected.
        cause: String,
    },
}

impl Policy {
    /// The policy in `text`, which stands in `path`.
    ///
    /// # Errors
    /// [`PolicyError::Wrong`] with the line when a name or a value is not known.
    pub fn parse(text: &str, path: &Path) -> Result<Self, PolicyError> {
        let wrong = |at: usize, cause: String| {
            let before = &text[..at.min(text.len())];
            let start = before.rfind('\n').map_or(0, |at| at + 1);
            PolicyError::Wrong {
                path: path.to_owned(),
                line: before.matches('\n').count() + 1,
                column: before[start..].chars().count() + 1,
                cause,
            }
        };
        let policy: Self = toml::from_str(text).map_err(|error| {
            let at = error.span().map_or(0, |span| span.start);
            wrong(at, error.message().replace('\n', " "))
        })?;
        for name in &policy.compare.deny {
            if crate::model::Relation::named(name).is_none() {
                let at = text.find(&format!("{name:?}")).unwrap_or(0);
                return Err(wrong(
                    at,
                    format!("there is no relation {name:?}; known are {}", relations()),
                ));
            }
        }
        Ok(policy)
    }

    /// Reads a policy.
    ///
    /// # Errors
    /// Those of the file and those of [`Self::parse`].
    pub fn read(path: &Path) -> Result<Self, PolicyError> {
        let text = fs::read_to_string(path).map_err(|cause| PolicyError::Unreadable {
            path: path.to_owned(),
            cause,
        })?;
        Self::parse(&text, path)
    }

    /// The policy as a file that says everything.
    pub fn to_text(&self) -> String {
        toml::to_string(self).unwrap_or_default()
    }

    /// The file that holds for `folder`: its own, or that of the nearest folder above.
    pub fn find(folder: &Path) -> Option<PathBuf> {
        let mut folders = folder.ancestors().map(|folder| folder.join(FILE_NAME));
        folders.find(|file| file.is_file())
    }

    /// How grave one status of a result is.
    pub fn level(&self, checked: &Checked, status: CheckStatus) -> Severity {
        let levels = &self.severity;
        Severity::from(match status {
            CheckStatus::Missing => levels.missing,
            CheckStatus::Contradicted => levels.contradicted,
            CheckStatus::Speaker => levels.speaker,
            CheckStatus::Spliced => levels.spliced,
            CheckStatus::Truncated => levels.truncated,
            CheckStatus::Paraphrased => levels.paraphrased,
            CheckStatus::Reworded => levels.reworded,
            CheckStatus::Elided if checked.is_marked => levels.elided_marked,
            CheckStatus::Elided => levels.elided,
            CheckStatus::Interpolated => levels.interpolated,
            CheckStatus::Verbatim => Level::Allow,
        })
    }

    /// Gives articles the names of their outlets that the policy wants shown.
    pub fn name_outlets(&self, articles: &mut [Article]) {
        for article in articles {
            let is_meant = |(name, _): &(&String, &String)| {
                name.to_lowercase() == article.outlet.to_lowercase()
            };
            if let Some((_, shown)) = self.outlets.iter().find(is_meant) {
                article.outlet.clone_from(shown);
            }
        }
    }

    /// Gives every result its severity, and takes out what is to be ignored.
    pub fn apply(&self, check: &mut Check) {
        let results = std::mem::take(&mut check.results);
        for mut checked in results {
            if is_ignored(self, check, &checked) {
                continue;
            }
            let levels = checked
                .statuses
                .iter()
                .map(|status| self.level(&checked, *status));
            checked.severity = levels.max().unwrap_or(Severity::Allow);
            check.results.push(checked);
        }
    }
}

/// The names of all relations, for messages.
pub fn relations() -> String {
    let names = crate::model::Relation::ALL.map(crate::model::Relation::name);
    names.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<Policy, String> {
        Policy::parse(text, Path::new("rashomon.toml")).map_err(|error| error.to_string())
    }

    #[test]
    fn the_template_says_the_defaults() {
        assert_eq!(parse(TEMPLATE), Ok(Policy::default()));
        assert_eq!(parse(""), Ok(Policy::default()));
    }

    #[test]
    fn outlets_get_the_name_to_show() {
        let policy = parse("[outlets]\n\"www.herald.example\" = \"Northern Herald\"").unwrap();
        let names = ["WWW.Herald.example", "herald.example"];
        let mut articles = names.map(|name| Article::new(name, "Text."));
        policy.name_outlets(&mut articles);
        let names = articles.map(|article| article.outlet);
        assert_eq!(names, ["Northern Herald", "herald.example"]);
    }

    #[test]
    fn errors_name_the_line() {
        let message = parse("ignore = []\n\n[severity]\nmising = \"warn\"\n").unwrap_err();
        assert!(
            message.starts_with("rashomon.toml: line 4, column 1: "),
            "{message}"
        );
        assert!(message.contains("missing"), "{message}");
        let message = parse("[severity]\nmissing = \"fatal\"\n").unwrap_err();
        assert!(message.starts_with("rashomon.toml: line 2"), "{message}");
        assert!(message.contains("warn"), "{message}");
        let message = parse("[compare]\ndeny = [\"speaker\",\n  \"lies\"]\n").unwrap_err();
        assert!(
            message.starts_with("rashomon.toml: line 3, column 3"),
            "{message}"
        );
    }
}
