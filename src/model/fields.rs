//! Records field by field, whatever their kind: what a merge, a list of differences and the choice between two values
//! are made of. The record macro names every field once, so a new one cannot be forgotten here: it would not compile.

use crate::base::{Date, Id, OrderKey, Rgba};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// What stands in a field, as far as everybody needs to know it.
pub trait Value: Clone + PartialEq + Serialize + DeserializeOwned {}
impl<T: Clone + PartialEq + Serialize + DeserializeOwned> Value for T {}

/// Three versions of one thing: what two people began with, and what each made of it.
#[derive(Debug)]
pub struct Sides<'a, T> {
    /// What both began with; `None` when there was nothing.
    pub base: Option<&'a T>,
    /// Our version.
    pub ours: &'a T,
    /// The other one.
    pub theirs: &'a T,
}

impl<T> Clone for Sides<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Sides<'_, T> {}

impl<'a, T> Sides<'a, T> {
    /// A part of all three.
    pub fn part<P>(self, part: impl Fn(&'a T) -> &'a P) -> Sides<'a, P> {
        Sides { base: self.base.map(&part), ours: part(self.ours), theirs: part(self.theirs) }
    }

    /// A part of all three; where there was nothing, it began as `empty`.
    pub fn part_or<'b, P>(self, part: impl Fn(&'b T) -> &'b P, empty: &'b P) -> Sides<'b, P>
    where
        'a: 'b,
    {
        Sides { base: Some(self.base.map_or(empty, &part)), ours: part(self.ours), theirs: part(self.theirs) }
    }
}

/// Makes one version out of three, field by field.
pub trait FieldMaker {
    /// The fields from here on belong to the part of this name.
    fn enter(&mut self, name: &'static str);

    /// The part is done.
    fn leave(&mut self);

    /// A field that is one thing.
    fn value<T: Value>(&mut self, name: &'static str, sides: Sides<'_, T>) -> T;

    /// A field in which any version is as good as another one, as long as everybody takes the same: a place in an order.
    fn settled<T: Value + Ord>(&mut self, name: &'static str, sides: Sides<'_, T>) -> T;

    /// A text that somebody wrote.
    fn text(&mut self, name: &'static str, sides: Sides<'_, String>) -> String;

    /// A list of things that each stand for themselves.
    fn list<T: Item>(&mut self, name: &'static str, sides: Sides<'_, Vec<T>>) -> Vec<T>;
}

/// What has fields.
pub trait Fields: Sized {
    /// A version made of three; `maker` makes every field, in the order of the file.
    fn made<M: FieldMaker>(maker: &mut M, sides: Sides<'_, Self>) -> Self;
}

/// What can stand in a field.
pub trait FieldValue: Sized {
    /// A version made of three.
    fn made<M: FieldMaker>(maker: &mut M, name: &'static str, sides: Sides<'_, Self>) -> Self;
}

/// An entry of a list.
pub trait Item: Value {
    /// Whether there is only room for one of the two: both say something about the same thing.
    fn collides(&self, other: &Self) -> bool {
        self == other
    }
}

impl Item for String {}
impl<K: 'static> Item for Id<K> {}

impl FieldValue for String {
    fn made<M: FieldMaker>(maker: &mut M, name: &'static str, sides: Sides<'_, Self>) -> Self {
        maker.text(name, sides)
    }
}

impl<T: Item> FieldValue for Vec<T> {
    fn made<M: FieldMaker>(maker: &mut M, name: &'static str, sides: Sides<'_, Self>) -> Self {
        maker.list(name, sides)
    }
}

impl FieldValue for OrderKey {
    fn made<M: FieldMaker>(maker: &mut M, name: &'static str, sides: Sides<'_, Self>) -> Self {
        maker.settled(name, sides)
    }
}

impl<T: Value> FieldValue for Option<T> {
    fn made<M: FieldMaker>(maker: &mut M, name: &'static str, sides: Sides<'_, Self>) -> Self {
        maker.value(name, sides)
    }
}

impl<K: 'static> FieldValue for Id<K> {
    fn made<M: FieldMaker>(maker: &mut M, name: &'static str, sides: Sides<'_, Self>) -> Self {
        maker.value(name, sides)
    }
}

/// Types that are one thing in a field.
macro_rules! one_thing {
    ($( $type:ty ),* $(,)?) => { $(
        impl crate::model::fields::FieldValue for $type {
            fn made<M: crate::model::fields::FieldMaker>(
                maker: &mut M,
                name: &'static str,
                sides: crate::model::fields::Sides<'_, Self>,
            ) -> Self {
                maker.value(name, sides)
            }
        }
    )* };
}
pub(super) use one_thing;

/// Structs whose fields are fields of the record they stand in. Every field must be named.
macro_rules! parts {
    ($( $type:ident { $( $field:ident ),* $(,)? } )*) => { $(
        impl crate::model::fields::Fields for $type {
            fn made<M: crate::model::fields::FieldMaker>(
                maker: &mut M,
                sides: crate::model::fields::Sides<'_, Self>,
            ) -> Self {
                Self { $( $field: crate::model::fields::FieldValue::made(
                    maker, stringify!($field), sides.part(|it| &it.$field)
                ), )* }
            }
        }
        impl crate::model::fields::FieldValue for $type {
            fn made<M: crate::model::fields::FieldMaker>(
                maker: &mut M,
                name: &'static str,
                sides: crate::model::fields::Sides<'_, Self>,
            ) -> Self {
                maker.enter(name);
                let made = <Self as crate::model::fields::Fields>::made(maker, sides);
                maker.leave();
                made
            }
        }
    )* };
}
pub(super) use parts;

one_thing!(u8, u16, u32, u64, f32, bool, Rgba, Date);
