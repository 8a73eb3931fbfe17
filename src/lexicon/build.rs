//! Builds the tables of the languages into the program.

fn main() {
    println!("cargo::rerun-if-changed=src/lexicon");
}
