//! Has the crate built again when a template or a sample changes, which it carries.

fn main() {
    println!("cargo::rerun-if-changed=templates");
    println!("cargo::rerun-if-changed=../../../tests/samples");
}
