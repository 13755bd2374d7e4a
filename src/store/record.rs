//! The records as they stand in the file: those of the model, and one for the project as a whole.

use crate::base::{Id, IdSource};
use crate::model::Record;
use crate::model::{
    Alias, Card, Channel, Conflict, DataSet, Department, Handoff, Journey, Lane, Link, Mark, Persona, Phase, Project,
    ProjectInfo, RecordId, SavedView, Step, Table,
};
use serde::{Deserialize, Serialize};

macro_rules! file_records {
    ($( $kind:ident in $table:ident ),* $(,)?) => {
        /// A record as read, boxed: a large file is a long list of them. The variant's name is its tag in the file.
        #[derive(Debug, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub(super) enum FileRecord {
            Info(Box<ProjectInfo>),
            $( $kind(Box<$kind>), )*
        }

        /// A record to be written.
        #[derive(Clone, Copy, Serialize)]
        pub(super) enum RecordRef<'a> {
            Info(&'a ProjectInfo),
            $( $kind(&'a $kind), )*
        }

        $(
            impl<'a> From<&'a $kind> for RecordRef<'a> {
                fn from(record: &'a $kind) -> Self {
                    Self::$kind(record)
                }
            }
        )*

        impl FileRecord {
            /// Puts the record into the project, unless its id is taken. `Info` replaces what is there.
            pub(super) fn put_into(self, project: &mut Project, ids: &mut IdSource) -> Placed {
                match self {
                    Self::Info(info) => {
                        project.info = *info;
                        Placed::New
                    }
                    $( Self::$kind(record) => place(&mut project.$table, *record, |record, id| record.id = id, ids), )*
                }
            }
        }
    };
}

file_records! {
    Department in departments,
    Channel in channels,
    Persona in personas,
    Journey in journeys,
    Phase in phases,
    Step in steps,
    Lane in lanes,
    Card in cards,
    Mark in marks,
    Handoff in handoffs,
    Link in links,
    DataSet in data_sets,
    Alias in aliases,
    SavedView in views,
    Conflict in conflicts,
}

/// What became of a record that was put into a project.
pub(super) enum Placed {
    /// It is there now.
    New,
    /// The very same record was there already.
    Repeated(RecordId),
    /// Another record had its id; it is there under a new one.
    Renamed { old: RecordId, new: RecordId },
}

fn place<T: Record>(table: &mut Table<T>, mut record: T, set_id: fn(&mut T, Id<T>), ids: &mut IdSource) -> Placed
where
    Id<T>: Into<RecordId>,
{
    let old = record.id();
    match table.get(old) {
        None => {
            table.put(record);
            Placed::New
        }
        Some(same) if *same == record => Placed::Repeated(old.into()),
        Some(_) => {
            let mut new = ids.next();
            while table.contains(new) {
                new = ids.next();
            }
            set_id(&mut record, new);
            table.put(record);
            Placed::Renamed { old: old.into(), new: new.into() }
        }
    }
}
