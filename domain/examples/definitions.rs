//! Prints `docs/definitions.md`.

fn main() {
    print!("{}", domain::report::definition::page());
}
