//! The tables of a store, and the way from every schema that was ever released to the present one.
//!
//! `user_version` counts the migrations that a store has seen. A migration that was released is never
//! edited; a change is a new file. All that are missing run in one transaction, so a store is never
//! between two schemas, whenever the process dies.

use rusqlite::{Connection, TransactionBehavior};

use super::StoreError;

/// "RASH": what `application_id` holds in a store.
pub(super) const APPLICATION_ID: i32 = 0x5241_5348;

/// In order; the first makes schema 1.
pub(super) const MIGRATIONS: &[&str] = &[
    include_str!("migrations/0001.sql"),
    include_str!("migrations/0002.sql"),
    include_str!("migrations/0003.sql"),
    include_str!("migrations/0004.sql"),
    include_str!("migrations/0005.sql"),
    include_str!("migrations/0006.sql"),
];

/// How a file stands to the present schema.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum State {
    /// It holds nothing at all.
    Empty,
    /// A store that has seen that many migrations.
    Store(usize),
    /// Tables of somebody else.
    Foreign,
}

/// Looks at the file.
pub(super) fn state(connection: &Connection) -> Result<State, StoreError> {
    let pragma = |name: &str| connection.pragma_query_value(None, name, |row| row.get::<_, i32>(0));
    let tables: i64 =
        connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    Ok(match (pragma("application_id")?, tables) {
        (APPLICATION_ID, _) => {
            State::Store(usize::try_from(pragma("user_version")?).unwrap_or_default())
        }
        (0, 0) => State::Empty,
        _ => State::Foreign,
    })
}

/// Brings the store up to the present schema.
pub(super) fn migrate(connection: &mut Connection) -> Result<(), StoreError> {
    if is_present(&state(connection)?)? {
        return Ok(());
    }
    // Another process may have done it in the meantime: look again when nobody else can write.
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Exclusive)?;
    let state = state(&transaction)?;
    if !is_present(&state)? {
        let seen = match state {
            State::Store(seen) => seen,
            _ => 0,
        };
        for migration in &MIGRATIONS[seen..] {
            transaction.execute_batch(migration)?;
        }
        transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
        transaction.pragma_update(None, "user_version", MIGRATIONS.len())?;
        transaction.commit()?;
    }
    Ok(())
}

/// Whether nothing is left to migrate.
pub(super) fn is_present(state: &State) -> Result<bool, StoreError> {
    let known = MIGRATIONS.len();
    match *state {
        State::Foreign => Err(StoreError::Foreign),
        State::Store(found) if found > known => Err(StoreError::Newer { found, known }),
        State::Store(found) => Ok(found == known),
        State::Empty => Ok(false),
    }
}
