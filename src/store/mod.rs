//! Layer 2: the file: RON format, header, versions, salvage, atomic save.
