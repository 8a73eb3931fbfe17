use unicode_width::UnicodeWidthStr;

use super::*;
use crate::report::Signs;
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

fn screens() -> Vec<Screen> {
    let widths = [60, 80, 100, 120, 160, 200].into_iter();
    widths
        .flat_map(|width| {
            let screen = Screen::new(width);
            [screen, screen.with_signs(Signs::Ascii)]
        })
        .collect()
}

#[test]
fn no_line_is_wider_than_the_screen() {
    for outlets in [2, 5, 7, 12, 30] {
        let comparison = sample::crowd(outlets);
        for screen in screens() {
            let mut terminal = Terminal::on(screen);
            terminal.view.detail = Detail::Full;
            for line in page(&comparison, &terminal).lines() {
                let width = line.width();
                assert!(
                    width <= screen.width(),
                    "{width} columns on a screen of {} with {outlets} outlets: {line}",
                    screen.width()
                );
            }
        }
    }
}

#[test]
fn hostile_text_is_inert() {
    let mut terminal = Terminal::on(Screen::new(100));
    terminal.view.detail = Detail::Full;
    let page = page(&sample::crowd(5), &terminal);
    let is_steering = |sign: char| sign != '\n' && (sign.is_control() || sign == '\u{202e}');
    assert_eq!(page.find(is_steering), None);
    assert!(page.contains("␛[31;1m"));
    assert!(page.contains("<U+202E>"));
}

#[test]
fn the_same_comparison_gives_the_same_bytes() {
    let screen = Screen::new(80);
    assert_eq!(dam_at(screen), dam_at(screen));
    assert!(!dam_at(screen).contains('\u{1b}'));
}

#[test]
fn one_article_has_nothing_to_compare_with() {
    let mut comparison = sample::dam();
    comparison.articles.truncate(1);
    comparison.extractions.truncate(1);
    comparison.statements.clear();
    comparison.summary.clear();
    comparison.copies.clear();
    insta::assert_snapshot!(page(&comparison, &Terminal::on(Screen::new(80))));
}

#[test]
fn every_outlet_has_a_column() {
    let comparison = sample::crowd(30);
    for screen in screens() {
        let page = page(&comparison, &Terminal::on(screen));
        let heads = page.lines().filter(|line| line.contains("statement  "));
        let letters: Vec<&str> = heads.flat_map(|line| line.split_whitespace()).collect();
        for at in 0..30 {
            let letter = comparison.letter(at);
            assert!(
                letters.contains(&letter.as_str()),
                "{letter} in {letters:?}"
            );
        }
    }
}
