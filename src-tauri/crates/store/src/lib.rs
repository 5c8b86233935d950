//! The `.outturn` file: one SQLite database that is always whole.
//!
//! [`Store::transact`] is the only way its content changes, but for what other copies did, which
//! [`Store::bring_in`] takes in. Each change is recorded cell by cell,
//! sealed, and on the disk when the call returns; undo and redo are changes too. A file that is
//! damaged, foreign, newer or in use is refused with a sentence of its own, and not a byte of it is
//! touched. This is the only crate that knows SQLite. It reads no clock and no names: moments and
//! people come in as arguments.

mod appear;
mod carry;
mod changeset;
mod closed;
mod door;
mod error;
mod file;
mod hand_out;
mod header;
mod held;
mod history;
mod link;
mod lock;
mod merge;
mod past;
mod read;
mod schema;
mod seal;
mod snapshot;
mod structure;
mod thin;
mod tree;
mod undo;
mod verify;

pub use carry::HistoryFault;
pub use changeset::{CellChange, RowChange, RowChangeKind};
pub use closed::Passphrase;
pub use door::{Author, Committed, Label};
pub use error::{Doing, Part, Problem, Reason, Refusal, StoreError};
pub use file::{Access, Because, OpenOptions, Store};
pub use hand_out::HandedOut;
pub use header::{APPLICATION_ID, FORMAT};
pub use history::{Change, ChangeId, ChangeKind, HistoryFilter};
pub use lock::{Holder, Moment, note_path};
pub use merge::{BroughtIn, Changes, ChangesFault, Conflict, Merged, Said, Settlement, Side};
pub use past::{Wanted, edits_between};
pub use read::Scope;
pub use seal::Seal;
pub use thin::{Kept, Thinned};
pub use undo::{Step, Typing};
pub use verify::Fault;
