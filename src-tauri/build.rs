//! Prepares what Tauri compiles into the program.

fn main() {
    tauri_build::build();
}
