use super::*;
use crate::report::sample;

fn page(comparison: &Comparison) -> String {
    let mut out = Vec::new();
    Tei::default().write(comparison, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// Name and attributes of every element, in order; panics where the text is not well-formed.
fn elements(xml: &str) -> Vec<(String, Vec<(String, String)>)> {
    let document = roxmltree::Document::parse(xml).expect("well-formed");
    let elements = document.descendants().filter(|node| node.is_element());
    elements
        .map(|element| {
            let attributes = element.attributes().map(|attribute| {
                let is_xml = attribute.namespace() == Some("http://www.w3.org/XML/1998/namespace");
                let prefix = if is_xml { "xml:" } else { "" };
                let name = format!("{prefix}{}", attribute.name());
                (name, attribute.value().to_owned())
            });
            (element.tag_name().name().to_owned(), attributes.collect())
        })
        .collect()
}

#[test]
fn apparatus_of_the_sample() {
    insta::assert_snapshot!(page(&sample::dam()));
}

#[test]
fn every_pointer_has_its_target() {
    for comparison in [sample::dam(), sample::crowd(5)] {
        let elements = elements(&page(&comparison));
        let all = |wanted: &[&str]| -> Vec<String> {
            let attributes = elements.iter().flat_map(|(_, attributes)| attributes);
            let values = attributes.filter(|(name, _)| wanted.contains(&name.as_str()));
            values.map(|(_, value)| value.clone()).collect()
        };
        let mut ids = all(&["xml:id"]);
        for pointer in all(&["wit", "ana", "target"])
            .iter()
            .flat_map(|value| value.split(' '))
        {
            if let Some(id) = pointer.strip_prefix('#') {
                assert!(ids.iter().any(|known| known == id), "{pointer}");
            }
        }
        let count = ids.len();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), count, "an id is given twice");
    }
}

#[test]
fn hostile_text_is_inert() {
    let page = page(&sample::crowd(5));
    assert!(!page.contains(|sign: char| sign.is_control() && !sign.is_whitespace()));
    assert!(!page.contains(['\u{202e}', '\u{ffff}']));
    let names: Vec<String> = elements(&page).into_iter().map(|(name, _)| name).collect();
    assert!(!names.iter().any(|name| name == "img" || name == "script"));
    assert!(!page.contains("target=\"javascript"));
    assert_eq!(shown("a\u{ffff}b"), "a\u{fffd}b");
}
