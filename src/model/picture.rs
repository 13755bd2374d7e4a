//! A picture inside the document: PNG bytes, made small at import, Base64 in the file.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::sync::Arc;

/// PNG bytes, shared. Nothing here checks that they are a PNG: that happens where they come in.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    png: Arc<[u8]>,
}

impl Picture {
    /// The picture with these PNG bytes.
    #[must_use]
    pub fn from_png(png: Vec<u8>) -> Self {
        Self { png: png.into() }
    }

    /// The PNG bytes.
    #[must_use]
    pub fn png(&self) -> &Arc<[u8]> {
        &self.png
    }
}

impl fmt::Debug for Picture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Picture({} bytes)", self.png.len())
    }
}

impl Serialize for Picture {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&STANDARD.encode(&self.png))
    }
}

impl<'de> Deserialize<'de> for Picture {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        STANDARD.decode(text).map(Self::from_png).map_err(serde::de::Error::custom)
    }
}
