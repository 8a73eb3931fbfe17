//! Articles kept for months, and the questions one asks of them: an SQLite file beside the pipeline.
//!
//! ```text
//! articles ─▶ add: extract ─▶ articles, quotations, commentary, full text      (one transaction a batch)
//!                               │ group ─▶ events, memberships
//!                               │ compare, event by event ─▶ statements, variants
//!                               ▼
//!              search · events · history · outlets · export
//! ```
//!
//! Every stage of the pipeline works without a store. What is derived (extractions, events, statements)
//! can be made anew from the articles; the articles themselves, and the events that somebody split or
//! merged by hand, are what a store keeps.
//!
//! **Safe at any moment.** Write-ahead log, one transaction per batch: a process that is killed loses the
//! batch it was at and nothing else. Content has a key, so whatever was in that batch is added when the
//! same command runs again, and what was there before is not added twice, whichever process added it.
//!
//! **Open to others.** The schema in `migrations/` is documented there, offsets are code points, and
//! views such as `quoted` answer in the `sqlite3` shell.

mod articles;
mod candidates;
mod content;
mod error;
mod events;
mod grouping;
mod history;
mod places;
mod rows;
mod schema;
mod search;
mod stats;
mod upkeep;
mod words;

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

pub use articles::Added;
pub use candidates::Candidates;
pub use error::StoreError;
pub use events::{Event, EventArticle, EventFilter, compare_stored};
pub use history::{Changes, History, Revision};
pub use rows::Stored;
pub use search::{Hit, Hits, Order, Search, SearchField};
pub use stats::Stats;
pub use upkeep::Check;

/// A file of articles, open.
#[derive(Debug)]
pub struct Store {
    connection: Connection,
    access: Access,
}

/// What one means to do with a store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Ask; a store has to be there.
    Read,
    /// Change what is in it; a store has to be there.
    Change,
    /// Add to it; it is made when it is missing.
    Write,
    /// Read what is left of one that is damaged: pages may be missing, and nothing is changed.
    Rescue,
}

impl Access {
    fn writes(self) -> bool {
        matches!(self, Self::Change | Self::Write)
    }
}

/// The name of a store that lives in memory and ends with the process.
pub const IN_MEMORY: &str = ":memory:";

/// How long to wait for another process, unless told otherwise.
pub const WAIT: Duration = Duration::from_secs(30);

/// Memory for pages of the file, in KiB, as SQLite wants it: negative.
const CACHE: i64 = -32_768;

/// The same where a store is only asked. A question comes to most pages once: memory that is used again and
/// again stays near the processor, and takes a third less time than fresh memory for each page (or than
/// mapping the file, which takes half as long again where the pages lie apart).
const SMALL_CACHE: i64 = -1_024;

impl Store {
    /// Opens the store at `path`, waiting up to `wait` where another process writes.
    ///
    /// # Errors
    /// Every [`StoreError`] but those of single questions.
    pub fn open(path: &Path, access: Access, wait: Duration) -> Result<Self, StoreError> {
        if path.as_os_str() == IN_MEMORY {
            return Self::in_memory();
        }
        let mut connection = match access {
            Access::Rescue => return Self::rescue(path, wait),
            Access::Read | Access::Change if !path.exists() => return Err(StoreError::Missing),
            Access::Read => open_to_read(path, wait)?,
            Access::Change | Access::Write => {
                if let Some(folder) = path
                    .parent()
                    .filter(|folder| !folder.as_os_str().is_empty())
                {
                    std::fs::create_dir_all(folder).map_err(StoreError::NoFolder)?;
                }
                Connection::open(path)?
            }
        };
        prepare(&connection, access, wait)?;
        let is_ready = schema::is_present(&schema::state(&connection)?)?;
        if connection.is_readonly("main")? {
            match schema::state(&connection)? {
                _ if access.writes() => return Err(StoreError::ReadOnly),
                schema::State::Store(found) if !is_ready => {
                    let known = schema::MIGRATIONS.len();
                    return Err(StoreError::Older { found, known });
                }
                _ if !is_ready => return Err(StoreError::Missing),
                _ => {}
            }
        } else {
            connection.pragma_update(None, "journal_mode", "wal")?;
            schema::migrate(&mut connection)?;
        }
        Ok(Self { connection, access })
    }

    fn rescue(path: &Path, wait: Duration) -> Result<Self, StoreError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(path, flags)?;
        // Otherwise SQLite refuses a file that is shorter than it says.
        connection.pragma_update(None, "writable_schema", true)?;
        prepare(&connection, Access::Rescue, wait)?;
        schema::is_present(&schema::state(&connection)?)?;
        Ok(Self {
            connection,
            access: Access::Rescue,
        })
    }

    /// An empty store that ends with the process.
    ///
    /// # Errors
    /// Those of SQLite, when memory is short.
    pub fn in_memory() -> Result<Self, StoreError> {
        let mut connection = Connection::open_in_memory()?;
        prepare(&connection, Access::Write, Duration::ZERO)?;
        schema::migrate(&mut connection)?;
        Ok(Self {
            connection,
            access: Access::Write,
        })
    }

    /// Lets `ask` put several questions to one state of the store, whatever other processes write meanwhile. They
    /// cost less so: the file is locked once.
    ///
    /// # Errors
    /// Those of a damaged store, and those of `ask`.
    pub fn in_one_state<T, E: From<StoreError>>(
        &self,
        ask: impl FnOnce(&Self) -> Result<T, E>,
    ) -> Result<T, E> {
        let state = self.connection.unchecked_transaction();
        let _state = state.map_err(StoreError::from)?;
        ask(self)
    }

    /// Whether something may be written.
    pub(crate) fn is_writable(&self) -> bool {
        self.access.writes() || !self.connection.is_readonly("main").unwrap_or(true)
    }
}

/// Where a store lies when nobody says: the platform's folder for the files of programs.
///
/// # Errors
/// [`StoreError::NoPlace`] where the system has no such folder.
pub fn default_place() -> Result<PathBuf, StoreError> {
    let folder = dirs::data_local_dir().ok_or(StoreError::NoPlace)?;
    Ok(folder.join("rashomon").join("store.db"))
}

/// A number of rows as SQL wants it.
fn row_count(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// Settings of a connection, before any transaction.
fn prepare(connection: &Connection, access: Access, wait: Duration) -> Result<(), StoreError> {
    connection.busy_timeout(wait)?;
    connection.pragma_update(None, "foreign_keys", true)?;
    let cache = match access {
        Access::Change | Access::Write => CACHE,
        Access::Read | Access::Rescue => SMALL_CACHE,
    };
    connection.pragma_update(None, "cache_size", cache)?;
    connection.pragma_update(None, "temp_store", "memory")?;
    // With a write-ahead log a crash of the machine may take the last transactions back; it damages
    // nothing, and a crash of the process takes nothing back.
    connection.pragma_update(None, "synchronous", "normal")?;
    connection.set_prepared_statement_cache_capacity(64);
    // Otherwise SQLite prepares a statement again for each value that it is asked with.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    Ok(())
}

/// Opens a store that may lie where nothing can be written.
fn open_to_read(path: &Path, wait: Duration) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(wait)?;
    match schema::state(&connection) {
        Err(StoreError::Unopenable | StoreError::ReadOnly) if !has_log(path) => {}
        Err(error) => return Err(error),
        Ok(_) => return Ok(connection),
    }
    // A write-ahead log wants a file beside the store. Where none can be made nobody writes either, and
    // the store can be read as it lies.
    let name = path.to_string_lossy();
    let name = name
        .replace('%', "%25")
        .replace('?', "%3f")
        .replace('#', "%23");
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY
        | OpenFlags::SQLITE_OPEN_NO_MUTEX
        | OpenFlags::SQLITE_OPEN_URI;
    Ok(Connection::open_with_flags(
        format!("file:{name}?immutable=1"),
        flags,
    )?)
}

/// Whether a write-ahead log with something in it lies beside the store.
fn has_log(path: &Path) -> bool {
    let mut name = path.as_os_str().to_owned();
    name.push("-wal");
    std::fs::metadata(name).is_ok_and(|log| log.len() > 0)
}
