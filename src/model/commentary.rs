use super::Span;

/// What an outlet says in its own voice, set off from the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commentary {
    /// The whole remark, its marker included.
    pub span: Span,
    /// The words that announce it ("Comment:", "Editor's note").
    pub marker: Option<Span>,
    /// How it was recognised.
    pub kind: CommentaryKind,
}

/// How a commentary was recognised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CommentaryKind {
    /// It opens with a marker of the kind "Comment:".
    Marked,
    /// A remark in brackets that names an editor or the outlet.
    Bracketed,
    /// A passage of its own inside a text that is otherwise copied from another article.
    Inserted,
}

impl CommentaryKind {
    /// The word for it in JSON and in the tables.
    pub fn name(self) -> &'static str {
        match self {
            Self::Marked => "marked",
            Self::Bracketed => "bracketed",
            Self::Inserted => "inserted",
        }
    }
}
