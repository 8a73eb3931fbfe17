use rusqlite::ErrorCode;

/// Why a store cannot be used. The message says what is wrong and the way out; whoever shows it puts
/// the store's name before it.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// Nothing has this name, and nothing may be made there by reading.
    #[error("there is no store here yet; make one with \"rashomon ingest PATH\"")]
    Missing,
    /// The folder of the store cannot be made.
    #[error("the folder for the store cannot be made: {0}; name another place with --store")]
    NoFolder(std::io::Error),
    /// No platform folder and no `--store`.
    #[error("no folder for a store is known on this system; name a file with --store")]
    NoPlace,
    /// Made by a later version of the program.
    #[error(
        "was written by a newer rashomon (schema {found}, this one knows up to {known}); update rashomon"
    )]
    Newer {
        /// The schema of the store.
        found: usize,
        /// The latest that this program knows.
        known: usize,
    },
    /// Made by an earlier version and not writable.
    #[error(
        "was written by an older rashomon (schema {found}) and cannot be brought up to {known} because it is read-only; copy it to where it can be written"
    )]
    Older {
        /// The schema of the store.
        found: usize,
        /// The one that is needed.
        known: usize,
    },
    /// An SQLite file of another program.
    #[error(
        "is a database of another program, not a rashomon store; name another file with --store"
    )]
    Foreign,
    /// No SQLite file at all.
    #[error("is not a rashomon store but some other file; name another file with --store")]
    NotAStore,
    /// The file contradicts itself.
    #[error(
        "is damaged ({0}); \"rashomon check-store\" says how far, \"rashomon export\" saves what can still be read"
    )]
    Damaged(String),
    /// An article that a damaged store does not give.
    #[error("article {number} cannot be read: {reason}")]
    Lost {
        /// Its number in the store.
        number: i64,
        /// What SQLite says.
        reason: String,
    },
    /// Of a damaged store the end is lost, and nobody knows how many articles it held.
    #[error("what came in after article {after} cannot be read, if anything did")]
    LostRest {
        /// The number of the last article that can be read; 0 when none can.
        after: i64,
    },
    /// A folder, or a file that wants another one beside it where none can be made.
    #[error(
        "cannot be opened: it is a folder, or its place is read-only; name another file with --store, or copy the store to where it can be written"
    )]
    Unopenable,
    /// Another process writes for longer than one wants to wait.
    #[error("is locked by another process; try again when it is done, or wait longer with --wait")]
    Locked,
    /// No room on the disk, or a limit on the size of files.
    #[error(
        "cannot grow: the disk is full or a limit is reached; what was committed before is safe. Make room and run the same command again"
    )]
    Full,
    /// The file or its folder may not be written.
    #[error("is read-only; what was asked for has to write to it")]
    ReadOnly,
    /// An event, an article or a page that is not there.
    #[error("{0}")]
    NotFound(String),
    /// A question that makes no sense to the full-text search.
    #[error("the search cannot be understood: {0}")]
    Query(String),
    /// Anything else that SQLite says.
    #[error("cannot be used: {0}")]
    Other(rusqlite::Error),
}

impl StoreError {
    /// The same of one article, where it comes of damage.
    pub(super) fn of_article(self, number: i64) -> Self {
        match self {
            Self::Damaged(reason) => Self::Lost { number, reason },
            other => other,
        }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        let Some(code) = error.sqlite_error_code() else {
            return match &error {
                rusqlite::Error::FromSqlConversionFailure(..)
                | rusqlite::Error::IntegralValueOutOfRange(..)
                | rusqlite::Error::Utf8Error(..)
                | rusqlite::Error::InvalidColumnType(..) => Self::Damaged(error.to_string()),
                _ => Self::Other(error),
            };
        };
        match code {
            ErrorCode::DatabaseCorrupt => Self::Damaged(error.to_string()),
            ErrorCode::NotADatabase => Self::NotAStore,
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::Locked,
            ErrorCode::DiskFull => Self::Full,
            ErrorCode::SystemIoFailure if is_write(&error) => Self::Full,
            ErrorCode::ReadOnly => Self::ReadOnly,
            ErrorCode::CannotOpen => Self::Unopenable,
            _ => Self::Other(error),
        }
    }
}

/// Whether the system refused to write: beside a full disk (which has a code of its own) a quota or the
/// largest size of a file.
fn is_write(error: &rusqlite::Error) -> bool {
    let rusqlite::Error::SqliteFailure(failure, _) = error else {
        return false;
    };
    matches!(
        failure.extended_code,
        rusqlite::ffi::SQLITE_IOERR_WRITE
            | rusqlite::ffi::SQLITE_IOERR_SHMSIZE
            | rusqlite::ffi::SQLITE_IOERR_TRUNCATE
    )
}
