//! Lists the catalogue's files, so that a second language or a new area is a file and no change.

use std::path::Path;
use std::{env, fs};

fn main() {
    println!("cargo::rerun-if-changed=locales");
    let mut languages: Vec<_> = entries(Path::new("locales"));
    languages.sort();
    let mut list = String::from("&[\n");
    for language in languages {
        let mut files = entries(&Path::new("locales").join(&language));
        files.retain(|name| name.ends_with(".ftl"));
        files.sort();
        list.push_str(&format!("    ({language:?}, &[\n"));
        for file in files {
            list.push_str(&format!(
                "        ({file:?}, include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/locales/{language}/{file}\"))),\n"
            ));
        }
        list.push_str("    ]),\n");
    }
    list.push_str("]\n");
    let out = env::var("OUT_DIR").expect("cargo names the folder for generated files");
    fs::write(Path::new(&out).join("catalogue.rs"), list).expect("the folder can be written");
}

fn entries(folder: &Path) -> Vec<String> {
    println!("cargo::rerun-if-changed={}", folder.display());
    fs::read_dir(folder)
        .expect("the catalogue's folder can be read")
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .collect()
}
