//! What all records share: an id, and fields that stay out of the file while they are at their default.

use crate::base::{Id, IdKind};

/// A row of one of the project's tables.
pub trait Record: IdKind + Clone + PartialEq {
    /// Its id.
    fn id(&self) -> Id<Self>;
}

pub(super) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// Declares a record: keys that a file must give (ids, order), then fields that have a default.
macro_rules! record_alone {
    (
        $(#[$meta:meta])*
        $name:ident, $id:ident, $label:literal {
            $( $(#[$key_meta:meta])* $key:ident : $key_type:ty, )*
            ;
            $( $(#[$field_meta:meta])* $field:ident : $field_type:ty, )*
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            /// Its id.
            pub id: crate::base::Id<$name>,
            $( $(#[$key_meta])* pub $key: $key_type, )*
            $(
                $(#[$field_meta])*
                #[serde(default, skip_serializing_if = "crate::model::record::is_default")]
                pub $field: $field_type,
            )*
        }

        #[doc = concat!("The id of a ", $label, ".")]
        pub type $id = crate::base::Id<$name>;

        impl $name {
            #[doc = concat!("A new ", $label, " with everything else empty.")]
            #[must_use]
            pub fn new(id: $id $(, $key: $key_type)*) -> Self {
                Self { id, $( $key, )* $( $field: <$field_type>::default(), )* }
            }
        }

        impl crate::base::IdKind for $name {
            const NAME: &'static str = $label;
        }

        impl crate::model::Record for $name {
            fn id(&self) -> $id {
                self.id
            }
        }
    };
}
pub(super) use record_alone;

/// A record that is merged field by field; [`record_alone`] declares one that says itself how.
macro_rules! record {
    (
        $(#[$meta:meta])*
        $name:ident, $id:ident, $label:literal {
            $( $(#[$key_meta:meta])* $key:ident : $key_type:ty, )*
            ;
            $( $(#[$field_meta:meta])* $field:ident : $field_type:ty, )*
        }
    ) => {
        crate::model::record::record_alone! {
            $(#[$meta])*
            $name, $id, $label {
                $( $(#[$key_meta])* $key : $key_type, )*
                ;
                $( $(#[$field_meta])* $field : $field_type, )*
            }
        }

        impl crate::model::fields::Fields for $name {
            fn made<M: crate::model::fields::FieldMaker>(
                maker: &mut M,
                sides: crate::model::fields::Sides<'_, Self>,
            ) -> Self {
                Self {
                    id: sides.theirs.id,
                    $( $key: crate::model::fields::FieldValue::made(
                        maker, stringify!($key), sides.part(|it| &it.$key)
                    ), )*
                    // What both added begins empty.
                    $( $field: crate::model::fields::FieldValue::made(
                        maker, stringify!($field), sides.part_or(|it| &it.$field, &<$field_type>::default())
                    ), )*
                }
            }
        }
    };
}
pub(super) use record;
