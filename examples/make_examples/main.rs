//! Writes the files in `examples/` anew from the outlines in `examples/outlines/`: `cargo run --example make_examples`.
//! The same outlines give the same bytes.

use std::error::Error;
use std::path::Path;

mod made;

fn main() -> Result<(), Box<dyn Error>> {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    for (name, bytes) in made::files(&examples)? {
        tabiji::store::write_atomically(&examples.join(&name), &bytes)?;
        eprintln!("{name}: {} bytes", bytes.len());
    }
    Ok(())
}
