//! Which addresses may be asked: those of the public net. A page could otherwise lead the client, by a
//! redirect or a name, to what only this machine can reach.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use ureq::Error;
use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::NextTimeout;

/// Looks names up and keeps the public addresses. The check is made on what is connected to, so a name
/// cannot mean one thing when checked and another when used.
#[derive(Debug, Default)]
pub(super) struct PublicOnly {
    /// Private addresses are kept too.
    pub allows_private: bool,
    inner: DefaultResolver,
}

/// What the refusal of a private address says.
pub(super) const PRIVATE: &str = "leads to a private network; allow that with --allow-private";

impl PublicOnly {
    pub(super) fn new(allows_private: bool) -> Self {
        Self {
            allows_private,
            inner: DefaultResolver::default(),
        }
    }
}

impl Resolver for PublicOnly {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, Error> {
        let found = self.inner.resolve(uri, config, timeout)?;
        if self.allows_private {
            return Ok(found);
        }
        let mut public = self.empty();
        for address in found.iter().filter(|address| is_public(**address)) {
            public.push(*address);
        }
        if public.is_empty() {
            return Err(Error::Other(PRIVATE.into()));
        }
        Ok(public)
    }
}

fn is_public(address: SocketAddr) -> bool {
    match address.ip() {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => match address.to_ipv4_mapped() {
            Some(address) => is_public_v4(address),
            None => is_public_v6(address),
        },
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    let [a, b, ..] = address.octets();
    !(address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || address.is_multicast()
        || address.is_broadcast()
        || address.is_documentation()
        || a == 0
        || a >= 240
        // Shared by the customers of one provider, and for measurements.
        || a == 100 && (64..128).contains(&b)
        || a == 198 && (b == 18 || b == 19)
        || a == 192 && b == 0 && address.octets()[2] == 0)
}

fn is_public_v6(address: Ipv6Addr) -> bool {
    let [first, second, ..] = address.segments();
    // The addresses that are routed at all begin with 2 or 3; among them are two ways to write an older
    // address, and the ones of examples.
    (0x2000..0x4000).contains(&first)
        && first != 0x2002
        && !(first == 0x2001 && (second == 0 || second == 0xdb8))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn private_addresses_in_all_their_spellings() {
        let at = |address: &str| SocketAddr::new(address.parse().unwrap(), 80);
        for private in [
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "255.255.255.255",
            "224.0.0.1",
            "::1",
            "::",
            "::ffff:127.0.0.1",
            "64:ff9b::7f00:1",
            "fe80::1",
            "fd00::1",
            "2002:7f00:1::",
        ] {
            assert!(!is_public(at(private)), "{private}");
        }
        for public in [
            "93.184.216.34",
            "172.15.0.1",
            "2606:2800:220:1::1",
            "::ffff:93.184.216.34",
        ] {
            assert!(is_public(at(public)), "{public}");
        }
    }
}
