//! What the terminal can show: width, colour, signs.

use std::env;
use std::io;

use anstream::{AutoStream, ColorChoice};
use clap::{Args, ValueEnum};

use crate::report::{Screen, Signs};

/// How a page of text is laid out.
#[derive(Args, Debug)]
#[command(next_help_heading = "Layout of text")]
pub(super) struct ScreenArguments {
    /// Columns of a line, 60 to 200 [default: those of the terminal, or $COLUMNS, or 80]
    #[arg(long, value_name = "N")]
    width: Option<usize>,

    #[arg(
        long,
        value_name = "WHEN",
        default_value = "auto",
        help = "When to use colour; auto also obeys NO_COLOR, CLICOLOR_FORCE and TERM=dumb"
    )]
    color: When,

    /// Draw signs and lines with ASCII only
    #[arg(long)]
    ascii: bool,

    /// Let outlets be links to their articles, for terminals that have such (OSC 8)
    #[arg(long)]
    hyperlinks: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum When {
    Auto,
    Always,
    Never,
}

impl ScreenArguments {
    /// The screen of standard output, or of a file when `is_stdout` is false.
    pub(super) fn screen(&self, is_stdout: bool) -> Screen {
        Screen::new(self.columns(is_stdout))
            .with_color(self.is_colored(is_stdout))
            .with_links(self.hyperlinks)
            .with_signs(self.signs())
    }

    fn columns(&self, is_stdout: bool) -> usize {
        let of_terminal = || {
            let size = is_stdout.then(|| terminal_size::terminal_size_of(io::stdout()))?;
            size.map(|(width, _)| usize::from(width.0))
        };
        let of_environment = || env::var("COLUMNS").ok()?.trim().parse().ok();
        let columns = self.width.or_else(of_terminal).or_else(of_environment);
        columns.unwrap_or(80)
    }

    fn is_colored(&self, is_stdout: bool) -> bool {
        match self.color {
            When::Always => true,
            When::Never => false,
            When::Auto => is_stdout && AutoStream::choice(&io::stdout()) != ColorChoice::Never,
        }
    }

    fn signs(&self) -> Signs {
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"]
            .into_iter()
            .filter_map(|name| env::var(name).ok())
            .find(|value| !value.is_empty());
        match locale {
            _ if self.ascii => Signs::Ascii,
            Some(locale) if !shows_unicode(&locale) => Signs::Ascii,
            // Nothing set tells nothing, and a terminal of today reads UTF-8.
            _ => Signs::Unicode,
        }
    }
}

/// Whether a terminal in `locale` ("de_DE.UTF-8") can show the signs, each in one column. East Asian
/// locales give two columns to signs such as ◐ and ≈, which would break every table.
fn shows_unicode(locale: &str) -> bool {
    let locale = locale.to_lowercase();
    let is_utf8 = locale.contains("utf-8") || locale.contains("utf8");
    let is_east_asian = ["zh", "ja", "ko"].iter().any(|tag| locale.starts_with(tag));
    is_utf8 && !is_east_asian
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_need_utf8_and_narrow_symbols() {
        assert!(shows_unicode("en_GB.UTF-8"));
        assert!(shows_unicode("C.utf8"));
        assert!(!shows_unicode("C"));
        assert!(!shows_unicode("de_DE.ISO-8859-1"));
        assert!(!shows_unicode("ja_JP.UTF-8"));
    }
}
