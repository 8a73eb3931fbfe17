//! Inputs to files: a folder gives its files by name, its folders are something else (labels, the
//! pictures of a saved page), and whatever might never end is refused before it is opened.

use std::ffi::OsStr;
use std::fs::{self, FileType};
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use rustc_hash::FxHashSet;

use super::Input;
use crate::error::{ReadError, ReadProblem, STDIN_NAME};

/// One file to read.
#[derive(Debug)]
pub(super) struct File {
    /// As the user named it, or within the folder that the user named.
    pub path: PathBuf,
    /// The file's name without its last ending.
    pub stem: String,
    stdin: bool,
}

impl File {
    fn at(path: PathBuf) -> Self {
        let stem = path.file_stem().unwrap_or(OsStr::new("article"));
        Self {
            stem: stem.to_string_lossy().into_owned(),
            path,
            stdin: false,
        }
    }

    fn stdin() -> Self {
        Self {
            path: PathBuf::from(STDIN_NAME),
            stem: "stdin".to_owned(),
            stdin: true,
        }
    }

    /// Opens it at its beginning.
    pub(super) fn open(&self) -> io::Result<Box<dyn BufRead>> {
        Ok(if self.stdin {
            Box::new(io::stdin().lock())
        } else {
            Box::new(BufReader::new(fs::File::open(&self.path)?))
        })
    }

    /// The bytes, of which there may be `limit`.
    pub(super) fn load(&self, limit: u64) -> Result<Vec<u8>, ReadProblem> {
        let mut bytes = Vec::new();
        self.open()
            .and_then(|file| file.take(limit + 1).read_to_end(&mut bytes))
            .map_err(ReadProblem::Unreadable)?;
        if bytes.len() as u64 > limit {
            return Err(ReadProblem::TooLarge { limit });
        }
        Ok(bytes)
    }

    /// Its length in bytes, where that can be told.
    pub(super) fn size(&self) -> Option<u64> {
        let length = fs::metadata(&self.path).map(|file| file.len());
        length.ok().filter(|_| !self.stdin)
    }

    pub(super) fn is_stdin(&self) -> bool {
        self.stdin
    }
}

/// What files and messages are sorted by: the name, then the whole path.
pub(super) fn order(path: &Path) -> (Option<&OsStr>, &Path) {
    (path.file_name(), path)
}

/// The files of `inputs` by name, each once, and what is no file.
pub(super) fn list(inputs: &[Input]) -> (Vec<File>, Vec<ReadError>) {
    let mut files = Vec::new();
    let mut refused = Vec::new();
    for input in inputs {
        match input {
            Input::Stdin => files.push(File::stdin()),
            Input::Path(path) => {
                if let Err(problem) = list_path(path, &mut files, &mut refused) {
                    refused.push(ReadError {
                        path: path.clone(),
                        problem,
                    });
                }
            }
        }
    }
    (each_once(files), refused)
}

/// `files` by name and, where names agree, by place; of several spellings of one place the shortest.
fn each_once(files: Vec<File>) -> Vec<File> {
    let mut placed: Vec<(PathBuf, File)> = files
        .into_iter()
        .map(|file| {
            let place = fs::canonicalize(&file.path);
            (place.unwrap_or_else(|_| file.path.clone()), file)
        })
        .collect();
    placed.sort_by(|(a_place, a), (b_place, b)| {
        let spelling = |file: &File| (file.path.as_os_str().len(), file.path.clone());
        (a.path.file_name(), a_place, spelling(a)).cmp(&(b.path.file_name(), b_place, spelling(b)))
    });
    let mut seen = FxHashSet::default();
    placed.retain(|(place, _)| seen.insert(place.clone()));
    placed.into_iter().map(|(_, file)| file).collect()
}

fn list_path(
    path: &Path,
    files: &mut Vec<File>,
    refused: &mut Vec<ReadError>,
) -> Result<(), ReadProblem> {
    let kind = fs::metadata(path).map_err(unreadable)?.file_type();
    if kind.is_dir() {
        list_folder(path, files, refused)
    } else if kind.is_file() {
        files.push(File::at(path.to_owned()));
        Ok(())
    } else {
        Err(ReadProblem::NotAFile(special_kind(kind)))
    }
}

fn list_folder(
    folder: &Path,
    files: &mut Vec<File>,
    refused: &mut Vec<ReadError>,
) -> Result<(), ReadProblem> {
    let mut subfolders = Vec::new();
    let before = (files.len(), refused.len());
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if is_unrelated(&name) {
            continue;
        }
        if path.is_dir() {
            subfolders.push(name.into_owned());
        } else if let Err(problem) = list_path(&path, files, refused) {
            refused.push(ReadError { path, problem });
        }
    }
    if (files.len(), refused.len()) == before {
        subfolders.sort();
        return Err(ReadProblem::NoArticles { subfolders });
    }
    Ok(())
}

/// Names that stand in folders of articles and are never one: hidden files, what editors and systems
/// leave behind, notes about the folder, programs and settings. Pictures and the like are not among
/// them: whoever put one there should hear that it was not read.
fn is_unrelated(name: &str) -> bool {
    let lower = name.to_lowercase();
    let (stem, ending) = lower.rsplit_once('.').unwrap_or((&lower, ""));
    lower.starts_with('.')
        || lower.ends_with('~')
        || matches!(lower.as_str(), "thumbs.db" | "desktop.ini" | "makefile")
        || matches!(stem, "readme" | "license" | "licence" | "changelog")
            && matches!(ending, "" | "md" | "txt" | "rst")
        || matches!(
            ending,
            "bak"
                | "css"
                | "ini"
                | "js"
                | "lock"
                | "orig"
                | "part"
                | "py"
                | "rs"
                | "sh"
                | "swp"
                | "tmp"
                | "toml"
                | "yaml"
                | "yml"
        )
}

fn unreadable(cause: io::Error) -> ReadProblem {
    if cause.kind() == io::ErrorKind::NotFound {
        ReadProblem::Missing
    } else {
        ReadProblem::Unreadable(cause)
    }
}

#[cfg(unix)]
fn special_kind(kind: FileType) -> &'static str {
    use std::os::unix::fs::FileTypeExt;
    if kind.is_fifo() {
        "a pipe"
    } else if kind.is_socket() {
        "a socket"
    } else {
        "a device"
    }
}

#[cfg(not(unix))]
fn special_kind(_: FileType) -> &'static str {
    "a device"
}
