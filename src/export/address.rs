//! Where a link may lead.

/// The address, when a click on it may open it: web and mail, nothing that runs.
pub(super) fn safe_address(url: &str) -> Option<&str> {
    let url = url.trim();
    let lower = url.to_ascii_lowercase();
    ["http://", "https://", "mailto:"].iter().any(|scheme| lower.starts_with(scheme)).then_some(url)
}
