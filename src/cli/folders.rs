//! The folders of an archive: whoever keeps articles for months keeps a folder for each event, or each day.
//!
//! ```text
//! archive/dam/wire.json        archive ─▶ archive/dam, archive/fair
//! archive/fair/post.html                  each read as a folder of articles
//! archive/dam/labels/                     beside files: passed over, and said
//! ```

use std::fs;
use std::path::{Path, PathBuf};

use crate::read::is_unrelated;

/// What is read of an archive.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Archive {
    /// Files, and folders of files.
    pub paths: Vec<PathBuf>,
    /// Folders that stand beside files and are not read.
    pub passed_over: Vec<PathBuf>,
}

impl Archive {
    /// `paths`, with every folder that holds no file replaced by the folders in it, at any depth. Beside
    /// articles a folder holds something else, such as notes on them.
    pub(super) fn of(paths: &[PathBuf]) -> Self {
        let mut archive = Self::default();
        for path in paths {
            let before = archive.paths.len();
            if path.is_dir() {
                archive.add(path);
            }
            // Where there is nothing the reading says so.
            if archive.paths.len() == before {
                archive.paths.push(path.clone());
            }
        }
        archive
    }

    fn add(&mut self, folder: &Path) {
        let entries = fs::read_dir(folder).into_iter().flatten();
        let mut entries: Vec<PathBuf> = entries
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| !is_unrelated(&path.file_name().unwrap_or_default().to_string_lossy()))
            .collect();
        entries.sort();
        let (files, rest): (Vec<PathBuf>, Vec<PathBuf>) =
            entries.into_iter().partition(|path| path.is_file());
        // A link could lead back to where it stands.
        let subfolders = rest
            .iter()
            .filter(|path| path.is_dir() && !path.is_symlink());
        if files.is_empty() {
            subfolders.for_each(|subfolder| self.add(subfolder));
            return;
        }
        self.paths.push(folder.to_owned());
        let others = subfolders.filter(|subfolder| !belongs_to_page(subfolder, &files));
        self.passed_over.extend(others.cloned());
    }
}

/// Whether a browser made `folder` for the pictures of a page among `files`.
fn belongs_to_page(folder: &Path, files: &[PathBuf]) -> bool {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    files.iter().any(|file| {
        let stem = file.file_stem().unwrap_or_default().to_string_lossy();
        name.starts_with(&*stem)
    })
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
        let pictures = root.path().join("2026/fair/z_files");
        fs::create_dir(pictures).unwrap();
        let found = Archive::of(&[single.clone(), root.path().to_owned()]);
        let dam = root.path().join("2026/dam");
        let fair = root.path().join("2026/fair");
        assert_eq!(found.passed_over, [dam.join("labels")]);
        assert_eq!(found.paths, [single, dam, fair]);
        let empty = root.path().join("empty");
        assert_eq!(Archive::of(std::slice::from_ref(&empty)).paths, [empty]);
    }
}
