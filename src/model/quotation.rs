use super::{Commentary, Narration, Span, count_words};

/// Words or content that an article attributes to somebody, in the parts of the PARC and `PolNeAR`
/// corpora: speaker (their "source"), cue and content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// How much of the content stands inside quotation marks.
    pub kind: QuotationKind,
    /// The attributed words with their quotation marks, in order of the text; never empty.
    pub content: Vec<Span>,
    /// The quoted strings without their marks, one per string and paragraph; empty when indirect. Of a turn of
    /// a conversation, which has a label instead of marks, its paragraphs.
    pub segments: Vec<Span>,
    /// Who is credited, if the article says so.
    pub speaker: Option<Speaker>,
    /// The reporting verb or phrase.
    pub cue: Option<Cue>,
}

impl Quotation {
    /// Byte offset where the content begins.
    pub fn start(&self) -> usize {
        self.content.first().map_or(0, |span| span.start)
    }

    /// The parts of the content in `text`, that of its article.
    pub(crate) fn slices<'t>(&self, text: &'t str) -> impl Iterator<Item = &'t str> {
        self.content.iter().map(|span| span.slice(text))
    }

    /// How many words the content has in `text`, that of its article.
    pub(crate) fn words(&self, text: &str) -> usize {
        self.slices(text).map(count_words).sum()
    }

    /// Whether it tells what somebody thinks or wants, and holds no word of theirs: "hopes that".
    pub fn is_thought(&self) -> bool {
        let group = self.cue.as_ref().map(|cue| cue.group);
        self.kind == QuotationKind::Indirect && group == Some(CueGroup::Thought)
    }

    /// The segments that stand between quotation marks: none of a turn of a conversation.
    pub fn marked_segments(&self) -> &[Span] {
        if self.segments == self.content {
            &[]
        } else {
            &self.segments
        }
    }
}

/// How much of a quotation's content stands inside quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum QuotationKind {
    /// All of it.
    Direct,
    /// A part of it.
    Mixed,
    /// Nothing: the reporter's words.
    Indirect,
}

impl QuotationKind {
    /// The word for it in JSON and on the screen.
    pub fn name(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Mixed => "mixed",
            Self::Indirect => "indirect",
        }
    }

    /// The kind with this name.
    pub fn named(name: &str) -> Option<Self> {
        let all = [Self::Direct, Self::Mixed, Self::Indirect];
        all.into_iter().find(|kind| kind.name() == name)
    }
}

/// Who is credited with a quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// The fullest name the article gives, without title, found through pronouns and descriptions.
    pub name: String,
    /// The mention that the cue belongs to ("he", "Mr. Lee", "a spokesman").
    pub mention: Span,
}

/// The verb or phrase that reports a quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cue {
    /// Where it stands.
    pub span: Span,
    /// Its base form ("say" for "said").
    pub lemma: String,
    /// Its class in the cue list ("neutral", "doubt"), or "unlisted".
    pub stance: String,
    /// Whether it reports what was said or what was thought.
    pub group: CueGroup,
}

/// What a cue reports.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum CueGroup {
    /// Words: said, wrote, denied. A cue that no table holds counts here.
    #[default]
    Speech,
    /// A belief, a wish or a decision: thinks, wants, plans.
    Thought,
}

impl CueGroup {
    /// The word for it in JSON and on the screen.
    pub fn name(self) -> &'static str {
        match self {
            Self::Speech => "speech",
            Self::Thought => "thought",
        }
    }
}

/// All that is found in one article by itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Extraction {
    /// In order of the text.
    pub quotations: Vec<Quotation>,
    /// In order of the text.
    pub commentary: Vec<Commentary>,
    /// What the article tells by itself.
    pub narration: Narration,
    /// Whether there are no word lists for the language of the article: its quoted strings, all of them,
    /// stand without speakers.
    pub lacks_language: bool,
}
