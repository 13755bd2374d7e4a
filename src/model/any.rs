//! A record of any kind, and its id: for commands, selections, provenance and the file.

use super::references::{Reference, References};
use super::{
    Alias, Card, Channel, Conflict, DataSet, Department, Handoff, Journey, Lane, Link, Mark, Persona, Phase, Project,
    Record, SavedView, Step,
};
use crate::base::Id;
use serde::{Deserialize, Serialize};
use std::fmt;

macro_rules! any_record {
    ($( $kind:ident in $table:ident ),* $(,)?) => {
        /// A record of any kind. The variant's name is the record's tag in the file.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        pub enum AnyRecord {
            $( #[doc = concat!("A ", stringify!($kind), ".")] $kind($kind), )*
        }

        /// The id of a record of any kind.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum RecordId {
            $( #[doc = concat!("Of a ", stringify!($kind), ".")] $kind(Id<$kind>), )*
        }

        impl AnyRecord {
            /// Its id.
            #[must_use]
            pub fn id(&self) -> RecordId {
                match self { $( Self::$kind(record) => RecordId::$kind(record.id()), )* }
            }
        }

        impl References for AnyRecord {
            fn references(&self, found: &mut dyn FnMut(Reference)) {
                match self { $( Self::$kind(record) => record.references(found), )* }
            }

            fn forget_unknown(&mut self, known: &dyn Fn(RecordId) -> bool) {
                match self { $( Self::$kind(record) => record.forget_unknown(known), )* }
            }
        }

        impl RecordId {
            /// The id without its kind.
            #[must_use]
            pub fn bits(self) -> u64 {
                match self { $( Self::$kind(id) => id.bits(), )* }
            }
        }

        impl fmt::Debug for RecordId {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                match self { $( Self::$kind(id) => fmt::Debug::fmt(id, f), )* }
            }
        }

        $(
            impl From<$kind> for AnyRecord {
                fn from(record: $kind) -> Self {
                    Self::$kind(record)
                }
            }
            impl From<Id<$kind>> for RecordId {
                fn from(id: Id<$kind>) -> Self {
                    Self::$kind(id)
                }
            }
            /// The id as one of this kind; the error is the id of another kind.
            impl TryFrom<RecordId> for Id<$kind> {
                type Error = RecordId;
                fn try_from(id: RecordId) -> Result<Self, RecordId> {
                    if let RecordId::$kind(id) = id { Ok(id) } else { Err(id) }
                }
            }
        )*

        impl Project {
            /// Whether the record exists.
            #[must_use]
            pub fn contains(&self, id: RecordId) -> bool {
                match id { $( RecordId::$kind(id) => self.$table.contains(id), )* }
            }

            /// A copy of the record.
            #[must_use]
            pub fn get(&self, id: RecordId) -> Option<AnyRecord> {
                match id { $( RecordId::$kind(id) => self.$table.get(id).cloned().map(Into::into), )* }
            }

            /// Puts a record into its table, over the one with the same id.
            pub fn put(&mut self, record: AnyRecord) {
                match record { $( AnyRecord::$kind(record) => self.$table.put(record), )* }
            }

            /// Takes a record out of its table; what names it is left as it is.
            pub fn remove(&mut self, id: RecordId) {
                match id { $( RecordId::$kind(id) => { self.$table.remove(id); } )* }
            }

            /// The ids of all records, table by table.
            pub fn ids(&self) -> impl Iterator<Item = RecordId> {
                std::iter::empty()$( .chain(self.$table.iter().map(|r| RecordId::$kind(r.id()))) )*
            }
        }
    };
}

any_record! {
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
