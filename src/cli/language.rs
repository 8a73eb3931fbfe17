use clap::Args;

use crate::Texts;

/// The language of what is printed.
#[derive(Args, Debug)]
pub(super) struct LanguageArguments {
    /// The language of what is said beside the words of the articles
    #[arg(long = "lang", value_name = "CODE", default_value = "en", value_parser = texts)]
    texts: Texts,
}

impl LanguageArguments {
    /// The texts that were asked for.
    pub(super) fn texts(&self) -> Texts {
        self.texts
    }
}

fn texts(code: &str) -> Result<Texts, String> {
    Texts::named(code).ok_or_else(|| {
        let all = Texts::ALL.iter();
        let known: Vec<String> = all
            .map(|texts| format!("{} ({})", texts.code(), texts.language()))
            .collect();
        format!("there are {}", known.join(", "))
    })
}
