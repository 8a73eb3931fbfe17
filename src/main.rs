//! The `rashomon` command: parse the command line, run it, exit with its status.

use std::process::ExitCode;

fn main() -> ExitCode {
    rashomon::cli::main()
}
