//! Texts of the interface to Rust: every file is a language, every message a method of `Texts`.
//!
//! ```text
//! en.tsv   as_in       as in {outlet}           pub(crate) fn as_in(self, outlet: impl Display) -> String
//!          words.one   {count} word        ──▶  pub(crate) fn words(self, count: impl Borrow<usize>) -> String
//!          words.other {count} words            pub(crate) fn absent(self) -> &'static str
//!          absent      absent
//! ```
//!
//! The English file decides which messages there are and what each is told. A language that lacks one, has
//! one too many, or forgets a placeholder or a tag of HTML is not built, so nothing can be missing when the
//! program runs. Which plural form a number takes is said in each file, in the notation of the Unicode CLDR.

use std::collections::{BTreeMap, BTreeSet};

/// The language that the others are measured against.
const MODEL: &str = "en";
/// The placeholder that chooses among plural forms.
const COUNT: &str = "count";
/// The form that needs no rule.
const OTHER: &str = "other";

/// One file.
struct Language {
    code: String,
    name: String,
    /// Plural forms with their rules in Rust, in order; `other` is not among them.
    forms: Vec<(String, String)>,
    messages: BTreeMap<String, Message>,
}

/// The text of a message, or the text of each of its plural forms.
#[derive(Default)]
struct Message {
    plain: Option<String>,
    forms: BTreeMap<String, String>,
}

impl Message {
    fn texts(&self) -> impl Iterator<Item = &String> {
        // `other` first: it has every placeholder.
        let other = self.forms.get(OTHER);
        self.plain.iter().chain(other).chain(self.forms.values())
    }

    /// Names of the placeholders, in order of appearance; what chooses the form comes first.
    fn placeholders(&self) -> Vec<String> {
        let has_forms = self.plain.is_none();
        let mut names: Vec<String> = has_forms.then(|| COUNT.to_owned()).into_iter().collect();
        for name in self.texts().flat_map(|text| placeholders(text)) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }
}

/// The languages, as code and text of their files, to Rust; or what is wrong with them.
pub(crate) fn rust(files: &[(String, String)]) -> Result<String, Vec<String>> {
    let mut problems = Vec::new();
    let languages: Vec<Language> = files
        .iter()
        .map(|(code, text)| read(code, text, &mut problems))
        .collect();
    let Some(model) = languages.iter().find(|language| language.code == MODEL) else {
        return Err(vec![format!("src/texts/{MODEL}.tsv is missing")]);
    };
    for language in &languages {
        check(model, language, &mut problems);
    }
    if problems.is_empty() {
        Ok(written(model, &languages))
    } else {
        Err(problems)
    }
}

fn read(code: &str, text: &str, problems: &mut Vec<String>) -> Language {
    let mut language = Language {
        code: code.to_owned(),
        name: String::new(),
        forms: Vec::new(),
        messages: BTreeMap::new(),
    };
    for (at, line) in text.lines().enumerate() {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let mut problem =
            |what: &str| problems.push(format!("src/texts/{code}.tsv:{}: {what}", at + 1));
        let Some((name, text)) = line.split_once('\t') else {
            problem("a line is a name, a tab and a text");
            continue;
        };
        let (name, form) = match name.split_once('.') {
            Some((name, form)) => (name, Some(form)),
            None => (name, None),
        };
        let is_name = |name: &str| name.chars().all(|c| c.is_ascii_lowercase() || c == '_');
        if !is_name(name) || !form.is_none_or(is_name) {
            problem("a name is made of small letters and underscores");
        } else if name == "language" {
            text.clone_into(&mut language.name);
        } else if let (Some(form), "plural") = (form, name) {
            match rule(text) {
                Some(rule) => language.forms.push((form.to_owned(), rule)),
                None => problem("a rule is like n % 10 = 2..4 and n % 100 != 12..14"),
            }
        } else {
            if !is_balanced(text) {
                problem("a placeholder is a name in braces: {outlet}");
            }
            let message = language.messages.entry(name.to_owned()).or_default();
            let before = match form {
                Some(form) => message.forms.insert(form.to_owned(), text.to_owned()),
                None => message.plain.replace(text.to_owned()),
            };
            if before.is_some() {
                problem("this message stands here twice");
            }
        }
    }
    language
}

/// A condition of the CLDR for whole numbers to one of Rust.
fn rule(text: &str) -> Option<String> {
    let any = text.split(" or ").map(|all| {
        let all = all.split(" and ").map(relation);
        Some(all.collect::<Option<Vec<_>>>()?.join(" && "))
    });
    Some(any.collect::<Option<Vec<_>>>()?.join(" || "))
}

/// `n % 10 = 2..4, 6`, which may also say `!=` and leave out the `%`.
fn relation(text: &str) -> Option<String> {
    let (left, right, negation) = match text.split_once("!=") {
        Some((left, right)) => (left, right, "!"),
        None => {
            let (left, right) = text.split_once('=')?;
            (left, right, "")
        }
    };
    let number = |text: &str| text.trim().parse::<usize>().ok();
    let left = match left.trim().split_once('%') {
        Some((n, by)) if n.trim() == "n" => format!("n % {}", number(by)?),
        None if left.trim() == "n" => "n".to_owned(),
        _ => return None,
    };
    let ranges = right.split(',').map(|range| match range.split_once("..") {
        Some((first, last)) => Some(format!("{}..={}", number(first)?, number(last)?)),
        None => number(range).map(|number| number.to_string()),
    });
    let ranges = ranges.collect::<Option<Vec<_>>>()?.join(" | ");
    Some(format!("{negation}matches!({left}, {ranges})"))
}

/// Whether every brace belongs to a placeholder.
fn is_balanced(text: &str) -> bool {
    let count = |sign| text.matches(sign).count();
    let names = placeholders(text);
    let is_name = |name: &String| {
        !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase() || c == '_')
    };
    count('{') == names.len() && count('}') == names.len() && names.iter().all(is_name)
}

fn placeholders(text: &str) -> Vec<String> {
    let parts = text.split('{').skip(1);
    let names = parts.filter_map(|part| part.split_once('}'));
    names.map(|(name, _)| name.to_owned()).collect()
}

/// The tags of HTML in a text, in order of the alphabet.
fn tags(text: &str) -> Vec<&str> {
    let parts = text.split('<').skip(1);
    let mut tags: Vec<&str> = parts
        .filter_map(|part| part.split_once('>'))
        .map(|(tag, _)| tag)
        .collect();
    tags.sort_unstable();
    tags
}

/// Whether `language` has all that `model` has, and no more.
fn check(model: &Language, language: &Language, problems: &mut Vec<String>) {
    let mut problem = |name: &str, what: &str| {
        problems.push(format!("src/texts/{}.tsv: {name}: {what}", language.code));
    };
    if language.name.is_empty() {
        problem("language", "is missing: how the language calls itself");
    }
    for name in model.messages.keys() {
        if !language.messages.contains_key(name) {
            problem(name, "is missing");
        }
    }
    for (name, own) in &language.messages {
        let Some(wanted) = model.messages.get(name) else {
            problem(name, "is no message of en.tsv");
            continue;
        };
        if own.plain.is_some() != wanted.plain.is_some()
            || own.plain.is_some() != own.forms.is_empty()
        {
            problem(name, "has plural forms in one of the languages only");
            continue;
        }
        if own.plain.is_none() {
            let known: BTreeSet<&str> = language
                .forms
                .iter()
                .map(|(form, _)| form.as_str())
                .chain([OTHER])
                .collect();
            let given: BTreeSet<&str> = own.forms.keys().map(String::as_str).collect();
            for form in known.symmetric_difference(&given) {
                problem(
                    name,
                    &format!("the plural form {form} is missing, or has no rule"),
                );
            }
        }
        let placeholders_wanted: BTreeSet<String> = wanted.placeholders().into_iter().collect();
        for text in own.texts() {
            let given: BTreeSet<String> = placeholders(text).into_iter().collect();
            for placeholder in placeholders_wanted.symmetric_difference(&given) {
                let may_be_left_out = placeholder == COUNT && own.plain.is_none();
                if !may_be_left_out {
                    problem(name, &format!("{{{placeholder}}} is missing, or unknown"));
                }
            }
            if wanted.texts().any(|wanted| tags(wanted) != tags(text)) {
                problem(name, "has other tags of HTML than in en.tsv");
            }
        }
    }
}

fn written(model: &Language, languages: &[Language]) -> String {
    let variant = |language: &Language| {
        let (first, rest) = language.code.split_at(1);
        first.to_uppercase() + &rest.replace('-', "_")
    };
    let mut code = String::from(
        "/// The texts of the interface in one language.\n\
         #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]\npub enum Texts {\n",
    );
    for language in languages {
        let default = if language.code == MODEL {
            "#[default] "
        } else {
            ""
        };
        code += &format!("/// {}.\n{default}{},\n", language.name, variant(language));
    }
    code += "}\nimpl Texts {\n/// Every language, by code.\npub const ALL: &[Self] = &[";
    for language in languages {
        code += &format!("Self::{}, ", variant(language));
    }
    code += "];\n";
    let arms = |of: &dyn Fn(&Language) -> String| -> String {
        let arms = languages.iter();
        arms.map(|language| format!("Self::{} => {},\n", variant(language), of(language)))
            .collect()
    };
    code += &format!(
        "/// The code of the language, as in its file's name.\n\
         pub fn code(self) -> &'static str {{ match self {{ {} }} }}\n\
         /// How the language calls itself.\n\
         pub fn language(self) -> &'static str {{ match self {{ {} }} }}\n\
         fn form(self, n: usize) -> usize {{ match self {{ {} }} }}\n",
        arms(&|language| format!("{:?}", language.code)),
        arms(&|language| format!("{:?}", language.name)),
        arms(&form_of),
    );
    for (name, message) in &model.messages {
        code += &method(name, message, &arms);
    }
    code + "}\n"
}

/// The number of the plural form that a count takes.
fn form_of(language: &Language) -> String {
    let mut choice = String::new();
    for (at, (_, rule)) in language.forms.iter().enumerate() {
        choice += &format!("if {rule} {{ {at} }} else ");
    }
    format!("{choice}{{ {} }}", language.forms.len())
}

/// Writes an arm of a `match` for every language, with what the given function says of it.
type Arms<'a> = dyn Fn(&dyn Fn(&Language) -> String) -> String + 'a;

fn method(name: &str, message: &Message, arms: &Arms<'_>) -> String {
    let names = message.placeholders();
    let has_forms = message.plain.is_none();
    let parameters: String = names
        .iter()
        .map(|name| match name.as_str() {
            COUNT if has_forms => format!(", {name}: impl std::borrow::Borrow<usize>"),
            name => format!(", {name}: impl std::fmt::Display"),
        })
        .collect();
    let example = message.texts().next().map_or("", String::as_str);
    let head = format!("/// `{example}`\npub(crate) fn {name}(self{parameters})");
    if has_forms {
        let body = arms(&|language| {
            let message = &language.messages[name];
            let forms = language.forms.iter().map(|(form, _)| form.as_str());
            let cases: String = forms
                .enumerate()
                .map(|(at, form)| format!("{at} => format!({:?}),\n", message.forms[form]))
                .collect();
            format!(
                "match self.form(count) {{ {cases} _ => format!({:?}) }}",
                message.forms[OTHER]
            )
        });
        return format!(
            "{head} -> String {{ let count: usize = *count.borrow(); match self {{ {body} }} }}\n"
        );
    }
    let text = |language: &Language| {
        let text = language.messages[name].plain.as_deref();
        format!("{:?}", text.unwrap_or_default())
    };
    if names.is_empty() {
        format!(
            "{head} -> &'static str {{ match self {{ {} }} }}\n",
            arms(&text)
        )
    } else {
        let body = arms(&|language| format!("format!({})", text(language)));
        format!("{head} -> String {{ match self {{ {body} }} }}\n")
    }
}
