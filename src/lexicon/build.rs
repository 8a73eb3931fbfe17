//! Builds the tables of the languages into the program: every folder beside this file is a language,
//! every `.tsv` file in it a table. A new language or table needs no change in Rust. The texts of the
//! interface are built in beside them.

#[path = "../texts/build.rs"]
mod texts;

use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let root = Path::new("src/lexicon");
    println!("cargo::rerun-if-changed={}", root.display());
    let mut index = String::from("&[\n");
    for language in sorted(root)?.iter().filter(|path| path.is_dir()) {
        index += &format!("    ({:?}, &[\n", name(language));
        for table in sorted(language)?
            .iter()
            .filter(|path| path.extension().is_some_and(|e| e == "tsv"))
        {
            let path = fs::canonicalize(table)?;
            index += &format!("        ({:?}, include_str!({path:?})),\n", name(table));
        }
        index += "    ]),\n";
    }
    index += "]\n";
    let out = env::var_os("OUT_DIR")
        .map(PathBuf::from)
        .unwrap_or_default();
    println!("cargo::rustc-env=RASHOMON_EXTRACTOR={:08x}", rules()?);
    fs::write(out.join("languages.rs"), index)?;
    fs::write(out.join("texts.rs"), interface()?)
}

/// The texts of the interface as Rust; what is wrong with them fails the build.
fn interface() -> io::Result<String> {
    let folder = Path::new("src/texts");
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut files = Vec::new();
    for path in sorted(folder)? {
        if path.extension().is_some_and(|ending| ending == "tsv") {
            files.push((name(&path), fs::read_to_string(&path)?));
        }
    }
    texts::rust(&files).or_else(|problems| {
        for problem in problems {
            println!("cargo::error={problem}");
        }
        Ok(String::new())
    })
}

/// Hash (FNV-1a, 32 bits) of the files that decide what is found in an article.
fn rules() -> io::Result<u32> {
    let mut hash = 0x811c_9dc5_u32;
    let mut folders = vec![PathBuf::from("src/extract"), PathBuf::from("src/lexicon")];
    while let Some(folder) = folders.pop() {
        println!("cargo::rerun-if-changed={}", folder.display());
        for path in sorted(&folder)? {
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            for byte in fs::read(path)? {
                hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
            }
        }
    }
    Ok(hash)
}

fn sorted(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = fs::read_dir(folder)?
        .map(|entry| Ok(entry?.path()))
        .collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

fn name(path: &Path) -> String {
    path.file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}
