//! Work on the lines of large files, shared among the processor's cores.

use std::num::NonZero;
use std::thread;

/// Fewer items than this are not worth another thread.
const WORTH_A_THREAD: usize = 2_000;

/// Runs `work` on consecutive parts of `items`, several at a time, and returns the results in the order of the parts.
pub(super) fn in_parallel<T: Sync, R: Send>(items: &[T], work: impl Fn(&[T]) -> R + Sync) -> Vec<R> {
    let cores = thread::available_parallelism().map_or(1, NonZero::get).min(8);
    let threads = cores.min(items.len() / WORTH_A_THREAD).max(1);
    if threads == 1 {
        return vec![work(items)];
    }
    let size = items.len().div_ceil(threads);
    thread::scope(|scope| {
        let work = &work;
        let running: Vec<_> = items.chunks(size).map(|part| scope.spawn(move || work(part))).collect();
        running
            .into_iter()
            .map(|thread| thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
            .collect()
    })
}
