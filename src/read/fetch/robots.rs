//! What the owner of a site allows (`robots.txt`, RFC 9309):
//!
//! ```text
//! User-agent: rashomon      the group that names us, else that for "*"
//! Disallow: /archive/       the longest rule that fits decides; "*" stands for anything, "$" for the end
//! Allow: /archive/2026$
//! ```

/// The name that a group may have for us.
pub(super) const AGENT: &str = "rashomon";
/// More of the file than this is not read, in bytes, as the standard allows.
pub(super) const MAX_BYTES: u64 = 512_000;

/// What one site allows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Robots {
    /// Everything: there are no rules.
    All,
    /// Nothing: whether there are rules cannot be told now.
    Nothing,
    /// What its rules say.
    Rules(Vec<Rule>),
}

/// Whether paths of a pattern may be asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Rule {
    is_allowed: bool,
    pattern: String,
}

impl Robots {
    /// The rules for us in `text`.
    pub(super) fn read(text: &str) -> Self {
        let (mut ours, mut general) = (Vec::new(), Vec::new());
        let (mut is_ours, mut is_general, mut has_ours) = (false, false, false);
        let mut is_head = false;
        for line in text.lines() {
            let line = line.split('#').next().unwrap_or(line);
            let Some((name, value)) = line.split_once(':') else {
                continue;
            };
            let (name, value) = (name.trim().to_ascii_lowercase(), value.trim());
            match name.as_str() {
                "user-agent" => {
                    if !is_head {
                        (is_ours, is_general) = (false, false);
                    }
                    is_head = true;
                    let agent = value.to_ascii_lowercase();
                    is_ours |= agent == AGENT;
                    is_general |= agent == "*";
                    has_ours |= is_ours;
                }
                "allow" | "disallow" => {
                    is_head = false;
                    // An empty "Disallow:" allows everything, which is so anyway.
                    if value.is_empty() {
                        continue;
                    }
                    let rule = Rule {
                        is_allowed: name == "allow",
                        pattern: value.to_owned(),
                    };
                    if is_ours {
                        ours.push(rule.clone());
                    }
                    if is_general {
                        general.push(rule);
                    }
                }
                _ => {}
            }
        }
        Self::Rules(if has_ours { ours } else { general })
    }

    /// Whether `path`, with its query, may be asked for.
    pub(super) fn allow(&self, path: &str) -> bool {
        let rules = match self {
            Self::All => return true,
            Self::Nothing => return false,
            Self::Rules(rules) => rules,
        };
        let fitting = rules.iter().filter(|rule| fits(&rule.pattern, path));
        // Of rules as long as each other the one that allows counts.
        let longest = fitting.max_by_key(|rule| (rule.pattern.len(), rule.is_allowed));
        longest.is_none_or(|rule| rule.is_allowed)
    }
}

/// Whether `path` begins as `pattern` says. Takes steps in the length of the path times the number of stars.
fn fits(pattern: &str, path: &str) -> bool {
    let (pattern, is_whole) = match pattern.strip_suffix('$') {
        Some(pattern) => (pattern, true),
        None => (pattern, false),
    };
    let mut parts = pattern.split('*');
    let Some(mut rest) = parts.next().and_then(|first| path.strip_prefix(first)) else {
        return false;
    };
    let parts: Vec<&str> = parts.collect();
    let Some((last, between)) = parts.split_last() else {
        return !is_whole || rest.is_empty();
    };
    for part in between {
        match rest.find(part) {
            Some(at) => rest = &rest[at + part.len()..],
            None => return false,
        }
    }
    if is_whole {
        rest.ends_with(last)
    } else {
        rest.contains(last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_rule_that_fits_decides() {
        let robots = Robots::read(
            "# for all\nUser-agent: *\nDisallow: /archive/\nAllow: /archive/2026/ # new\nDisallow: /*.pdf$\nDisallow: /a*b*c\n\
             Disallow:\nSitemap: https://x.example/map\n",
        );
        for (path, allowed) in [
            ("/", true),
            ("/archive/1999", false),
            ("/archive/2026/x", true),
            ("/x/report.pdf", false),
            ("/x/report.pdf?x=1", true),
            ("/a1b2c3", false),
            ("/a1b2", true),
        ] {
            assert_eq!(robots.allow(path), allowed, "{path}");
        }
    }

    #[test]
    fn the_group_that_names_us_is_the_only_one() {
        let text = "User-agent: otherbot\nUser-agent: Rashomon\nDisallow: /private\n\nUser-agent: *\nDisallow: /\n";
        let robots = Robots::read(text);
        assert!(robots.allow("/news") && !robots.allow("/private/x"));
        let all = Robots::read(
            "User-agent: otherbot\nDisallow: /\n\nUser-agent: rashomon\nDisallow:\n\nUser-agent: *\nDisallow: /",
        );
        assert!(all.allow("/news"));
        assert!(Robots::All.allow("/x") && !Robots::Nothing.allow("/x"));
    }
}
