use super::build::rust;
use super::*;

const MODEL: &str = "\
language\tEnglish
plural.one\tn = 1
as_in\tas in {outlet}
struck\t<del>struck</del>
words.one\t{count} word by {name}
words.other\t{count} words by {name}
";

/// What is wrong with a second language beside the model.
fn problems(text: &str) -> Vec<String> {
    let files = [("en", MODEL), ("xx", text)];
    let files = files.map(|(code, text)| (code.to_owned(), text.to_owned()));
    rust(&files).err().unwrap_or_default()
}

#[test]
fn amounts_take_their_form() {
    let texts = Texts::default();
    assert_eq!(texts.words(1), "1 word");
    assert_eq!(texts.words(0), "0 words");
    assert_eq!(texts.words_for("a", "b"), "a for b");
    assert_eq!(texts.list(&["A", "B", "C"]), "A, B and C");
    assert_eq!(texts.list(&["A"]), "A");
}

#[test]
fn a_language_has_one_code() {
    for texts in Texts::ALL {
        assert_eq!(Texts::named(texts.code()), Some(*texts));
        assert!(!texts.language().is_empty());
        assert_eq!(texts.months_short().split(' ').count(), 12);
    }
    assert_eq!(Texts::named("tlh"), None);
}

#[test]
fn a_whole_translation_is_built_with_its_plural_forms() {
    let text = "\
language\tSlovish
plural.one\tn % 10 = 1 and n % 100 != 11
plural.few\tn % 10 = 2..4, 7 or n = 0
as_in\tjak u {outlet}
struck\t<del>prec</del>
words.one\t{name}: {count} slovo
words.few\t{name}: {count} slova
words.other\t{name}: {count} slov
";
    assert_eq!(problems(text), [""; 0]);
    let files = [
        ("en".to_owned(), MODEL.to_owned()),
        ("xx".to_owned(), text.to_owned()),
    ];
    let code = rust(&files).unwrap();
    assert!(code.contains(
        "if matches!(n % 10, 1) && !matches!(n % 100, 11) { 0 } \
         else if matches!(n % 10, 2..=4 | 7) || matches!(n, 0) { 1 } else { 2 }"
    ));
    assert!(code.contains("1 => format!(\"{name}: {count} slova\")"));
}

#[test]
fn what_a_translation_lacks_is_named() {
    let lacking = "\
language\tSlovish
plural.one\tn is one
as_in\tjako tam
struck\tprec
words.one\t{count} slovo
words.other\t{name}: {count} slov
as_if\tkdyby
";
    let problems = problems(lacking);
    let told = |what: &str| problems.iter().any(|problem| problem.contains(what));
    for what in [
        "src/texts/xx.tsv:2: a rule is like",
        "as_in: {outlet} is missing",
        "struck: has other tags",
        "words: {name} is missing",
        "words: the plural form one",
        "as_if: is no message of en.tsv",
    ] {
        assert!(told(what), "{what} in {problems:#?}");
    }
}

#[test]
fn a_text_that_is_no_text_is_refused() {
    let whole = "language\tX\nplural.one\tn = 1\nstruck\t<del>x</del>\nwords.one\t{count} {name}\nwords.other\t{count} {name}\n";
    assert_eq!(problems(&format!("{whole}as_in\tin {{outlet}}\n")), [""; 0]);
    for wrong in [
        "as_in\tin {outlet",
        "as_in\tin {Outlet}",
        "as_in in {outlet}",
    ] {
        assert!(
            !problems(&format!("{whole}{wrong}\n")).is_empty(),
            "{wrong}"
        );
    }
    let twice = format!("{whole}as_in\tin {{outlet}}\nas_in\tin {{outlet}}\n");
    assert!(problems(&twice)[0].contains("twice"));
    assert!(problems(whole).contains(&"src/texts/xx.tsv: as_in: is missing".to_owned()));
}
