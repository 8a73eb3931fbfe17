//! Addresses of statements that stay the same between runs, also when other statements come and go.

use super::Comparison;

impl Comparison {
    /// One address per statement ("s-3f9a2c"), made of who is credited and the words of the reference.
    pub fn addresses(&self) -> Vec<String> {
        let mut addresses: Vec<String> = Vec::with_capacity(self.statements.len());
        for statement in &self.statements {
            let speaker = statement.speaker.as_deref().unwrap_or_default();
            let words = self.slice(statement.reference);
            let hash = fnv1a(&format!("{speaker}\n{words}")) & 0xff_ffff;
            let plain = format!("s-{hash:06x}");
            let mut address = plain.clone();
            let mut count = 1;
            while addresses.contains(&address) {
                count += 1;
                address = format!("{plain}-{count}");
            }
            addresses.push(address);
        }
        addresses
    }
}

/// The hash of Fowler, Noll and Vo: short, and the same on every machine and in every release.
pub(crate) fn fnv1a(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use crate::report::sample;

    #[test]
    fn an_address_does_not_depend_on_the_other_statements() {
        let mut comparison = sample::dam();
        let before = comparison.addresses();
        comparison.statements.remove(0);
        assert_eq!(comparison.addresses(), before[1..]);
    }

    #[test]
    fn equal_statements_get_different_addresses() {
        let mut comparison = sample::dam();
        comparison.statements.push(comparison.statements[0].clone());
        let addresses = comparison.addresses();
        assert_eq!(addresses[5], format!("{}-2", addresses[0]));
    }
}
