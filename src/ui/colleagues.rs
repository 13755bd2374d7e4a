//! Somebody else wrote the file: what they changed is taken in as a step of the history, and saved with ours. Whoever is
//! typing or dragging is not disturbed: it waits until they are done.

use super::desk::Desk;
use super::effects::SaveOrder;
use super::files::SaveFailure;
use super::keeping;
use super::together;
use crate::app::Session;
use crate::app::recovery::Losses;
use crate::i18n::files::save_error_text;
use crate::store::{Opened, SaveError, SaveFault};
use std::io;

/// A save found the file changed: nothing was written. Their changes are taken in, and it is tried again; a document that
/// saves itself waits with that for a quiet moment.
pub(super) fn meet(desk: &mut Desk, opened: Box<Opened>, order: &SaveOrder) {
    if !order.is_asked && desk.after_save.is_none() && is_busy(desk) {
        return keeping::wait_with(desk, opened);
    }
    if let Err(failure) = take_in(desk, &opened, order) {
        return keeping::failed(desk, order, failure);
    }
    keeping::start(desk, order.path.clone(), order.is_asked);
}

/// The file was read again because it had changed.
pub(super) fn looked_again(desk: &mut Desk, serial: u64, opened: Box<Opened>) {
    let Some(session) = desk.session.as_ref().filter(|session| session.serial() == serial) else { return };
    if session.base_hash() == Some(opened.hash) || is_damaged(desk, &opened) {
        return;
    }
    if is_busy(desk) {
        return keeping::wait_with(desk, opened);
    }
    // What cannot be taken in now is met when it is saved over.
    together::take_in(desk, &opened);
}

/// Whether somebody is in the middle of something on the map.
pub(super) fn is_busy(desk: &Desk) -> bool {
    desk.session.as_ref().is_some_and(Session::in_gesture) || desk.shown.canvas.draft().is_some()
}

fn take_in(desk: &mut Desk, opened: &Opened, order: &SaveOrder) -> Result<(), SaveFailure> {
    let refused = |fault| {
        let error = SaveError { fault, ..SaveError::new(&order.path, io::ErrorKind::InvalidData.into()) };
        SaveFailure { sentence: save_error_text(&error, order.lang), fault }
    };
    if is_damaged(desk, opened) {
        // What cannot be read there would seem to be deleted.
        return Err(refused(SaveFault::Replaced));
    }
    if together::take_in(desk, opened) { Ok(()) } else { Err(refused(SaveFault::Other)) }
}

fn is_damaged(desk: &Desk, opened: &Opened) -> bool {
    let Some(path) = desk.session.as_ref().and_then(Session::path) else { return true };
    let loaded = &opened.loaded;
    Losses::of(path, &loaded.project, &loaded.report, desk.lang()).is_some_and(|losses| losses.lost)
}
