use std::path::PathBuf;

/// Why one input was left out. Each message names the input, what is wrong, and the way out.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// The file or folder cannot be opened or read.
    #[error("{}: cannot be read: {cause}", path.display())]
    Unreadable {
        /// The file as the user named it.
        path: PathBuf,
        /// What the operating system said.
        cause: std::io::Error,
    },
}
