//! The examples of the README do what it shows. `TRYCMD=overwrite cargo test --test readme` writes the
//! new output into it.

#[test]
fn examples_of_the_readme() {
    trycmd::TestCases::new()
        .case("README.md")
        .env("LANG", "C.UTF-8")
        .env("COLUMNS", "80");
}
