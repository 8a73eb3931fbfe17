use unicode_width::UnicodeWidthStr;

use super::*;
use crate::report::sample;
use crate::report::view::Detail;

fn page(comparison: &Comparison, terminal: &Terminal) -> String {
    let mut out = Vec::new();
    terminal.write(comparison, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn dam_at(screen: Screen) -> String {
    let terminal = Terminal {
        event: Some("dam at Korr".to_owned()),
        ..Terminal::on(screen)
    };
    page(&sample::dam(), &terminal)
}

#[test]
fn page_of_80_columns() {
    insta::assert_snapshot!(dam_at(Screen::new(80)));
}

#[test]
fn page_of_120_columns() {
    insta::assert_snapshot!(dam_at(Screen::new(120)));
}

#[test]
fn page_of_200_columns() {
    insta::assert_snapshot!(dam_at(Screen::new(200)));
}

#[test]
fn page_in_ascii() {
    insta::assert_snapshot!(dam_at(Screen::new(80).with_signs(Signs::Ascii)));
}

#[test]
fn page_in_color() {
    let page = dam_at(Screen::new(80).with_color(true));
    insta::assert_snapshot!(page.replace('\u{1b}', "␛"));
}

#[test]
fn page_in_full() {
    let mut terminal = Terminal::on(Screen::new(80));
    terminal.view.detail = Detail::Full;
    terminal.view.all = true;
    insta::assert_snapshot!(page(&sample::dam(), &terminal));
}

#[test]
fn another_outlet_can_be_the_measure() {
    let mut terminal = Terminal::on(Screen::new(80));
    terminal.view.base = Some(2);
    terminal.view.only = vec![0];
    insta::assert_snapshot!(page(&sample::dam(), &terminal));
}
