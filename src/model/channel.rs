//! Channels: the places where customer and company meet.

use super::fields::one_thing;
use super::record::record;
use crate::base::{OrderKey, Rgba};
use serde::{Deserialize, Serialize};

record! {
    /// A channel that touchpoints use.
    Channel, ChannelId, "channel" {
        /// Place in the list.
        order: OrderKey,
        /// What sort of channel: gives the icon.
        kind: ChannelKind,
        ;
        /// Name, as the team says it.
        name: String,
        /// Online or offline.
        side: ChannelSide,
        /// Colour; `None` takes the palette's for its side.
        color: Option<Rgba>,
        /// Channels that know the same customer by the same identity.
        shares_identity_with: Vec<ChannelId>,
        /// Other names that feedback files use for the channel; compared in their normal form.
        known_as: Vec<String>,
    }
}

/// Whether the customer is at a screen or at a place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ChannelSide {
    /// オンライン
    #[default]
    Online,
    /// オフライン
    Offline,
}

macro_rules! channel_kinds {
    ($( $(#[$doc:meta])* $kind:ident $key:literal $side:ident ),* $(,)?) => {
        /// The sorts of channel that have a name and an icon of their own, and one for all others.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum ChannelKind {
            $( $(#[$doc])* $kind, )*
            /// Any other channel.
            #[default]
            Other,
        }

        impl ChannelKind {
            /// All kinds, in the order in which they are offered.
            pub const ALL: &[Self] = &[$( Self::$kind, )* Self::Other];

            /// A short English key, for catalogues, files and the command line.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self { $( Self::$kind => $key, )* Self::Other => "other" }
            }

            /// The side such a channel usually has.
            #[must_use]
            pub const fn usual_side(self) -> ChannelSide {
                match self { $( Self::$kind => ChannelSide::$side, )* Self::Other => ChannelSide::Online }
            }
        }
    };
}

channel_kinds! {
    /// E-mail.
    Email "email" Online,
    /// Social networks.
    Sns "sns" Online,
    /// Web site.
    Web "web" Online,
    /// Phone, call centre.
    Phone "phone" Offline,
    /// Live chat with a person.
    LiveChat "live-chat" Online,
    /// Shop, face to face.
    Shop "shop" Offline,
    /// LINE.
    Line "line" Online,
    /// Mobile app.
    App "app" Online,
    /// Online shop.
    Ec "ec" Online,
    /// Chatbot.
    Chatbot "chatbot" Online,
    /// FAQ, knowledge base.
    Faq "faq" Online,
    /// Online community.
    Community "community" Online,
    /// Advertising.
    Advertising "advertising" Online,
    /// Landing page.
    LandingPage "landing-page" Online,
    /// Flyer, coupon.
    Flyer "flyer" Offline,
    /// Word of mouth, reviews.
    WordOfMouth "word-of-mouth" Offline,
    /// Front desk.
    FrontDesk "front-desk" Offline,
    /// SMS.
    Sms "sms" Online,
    /// Direct mail.
    DirectMail "direct-mail" Offline,
    /// Sales representative.
    Sales "sales" Offline,
    /// Event, webinar.
    Event "event" Offline,
    /// Kiosk.
    Kiosk "kiosk" Offline,
    /// Delivery.
    Delivery "delivery" Offline,
    /// Payment.
    Payment "payment" Offline,
}

one_thing!(ChannelSide, ChannelKind);
