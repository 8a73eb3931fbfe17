//! The folders of an archive: whoever keeps articles for months keeps a folder for each event, or each day.
//!
//! ```text
//! archive/dam/wire.json        archive ─▶ archive/dam, archive/fair
//! archive/fair/post.html                  each read as a folder of articles
//! ```

use std::fs;
use std::path::{Path, PathBuf};

use crate::read::is_unrelated;

/// `paths`, with every folder that holds no file replaced by the folders in it, at any depth. Beside
/// articles a folder holds something else, such as notes on them.
pub(super) fn with_subfolders(paths: &[PathBuf]) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for path in paths {
        let before = all.len();
        if path.is_dir() {
            add(path, &mut all);
        }
        // Where there is nothing the reading says so.
        if all.len() == before {
            all.push(path.clone());
        }
    }
    all
}

fn add(folder: &Path, all: &mut Vec<PathBuf>) {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let mut entries: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| !is_unrelated(&path.file_name().unwrap_or_default().to_string_lossy()))
        .collect();
    entries.sort();
    if entries.iter().any(|path| path.is_file()) {
        all.push(folder.to_owned());
        return;
    }
    // A link could lead back to where it stands.
    let subfolders = entries
        .iter()
        .filter(|path| path.is_dir() && !path.is_symlink());
    for subfolder in subfolders {
        add(subfolder, all);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_of_folders_is_what_they_hold() {
        let root = tempfile::tempdir().unwrap();
        for file in [
            "2026/dam/x.txt",
            "2026/dam/labels/y.json",
            "2026/fair/z.txt",
            "README.md",
            ".git/config",
        ] {
            let path = root.path().join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "The dam holds.").unwrap();
        }
        fs::create_dir(root.path().join("empty")).unwrap();
        let single = root.path().join("2026/dam/x.txt");
        let found = with_subfolders(&[single.clone(), root.path().to_owned()]);
        let dam = root.path().join("2026/dam");
        let fair = root.path().join("2026/fair");
        assert_eq!(found, [single, dam, fair]);
        let empty = root.path().join("empty");
        assert_eq!(with_subfolders(std::slice::from_ref(&empty)), [empty]);
    }
}
