//! Inputs to files: a folder gives its files by name, its folders are something else (labels, the
//! pictures of a saved page), and whatever might never end is refused before it is opened.

use std::cell::Cell;
use std::ffi::{OsStr, OsString};
use std::fs::{self, FileType};
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::SystemTime;

use rustc_hash::FxHashSet;

use super::{Input, unpack};
use crate::error::{ReadError, ReadProblem, STDIN_NAME};

/// One file to read.
#[derive(Debug)]
pub(super) struct File {
    /// As the user named it, or within the folder that the user named.
    pub path: PathBuf,
    /// The file's name without its last ending, and without that of what packed it.
    pub stem: String,
    kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    File,
    Stdin,
    Url,
}

/// An open file, unpacked.
pub(super) struct Opened {
    pub content: Box<dyn BufRead>,
    /// Bytes that were read of the file as it is, packed or not.
    pub distance: Rc<Cell<u64>>,
    state: Option<State>,
}

/// What tells that somebody wrote into a file.
type State = (u64, SystemTime);

impl File {
    fn at(path: PathBuf) -> Self {
        let name = path.file_name().unwrap_or(OsStr::new("article"));
        let name = Path::new(name);
        let is_packed = name
            .extension()
            .is_some_and(|ending| ending == "gz" || ending == "zst");
        let name = name
            .file_stem()
            .filter(|_| is_packed)
            .map_or(name, Path::new);
        let stem = name.file_stem().unwrap_or(name.as_os_str());
        Self {
            stem: stem.to_string_lossy().into_owned(),
            path,
            kind: Kind::File,
        }
    }

    fn stdin() -> Self {
        Self {
            path: PathBuf::from(STDIN_NAME),
            stem: "stdin".to_owned(),
            kind: Kind::Stdin,
        }
    }

    /// A web address, whose last part names the article.
    fn url(url: &str) -> Self {
        let place = url.split(['?', '#']).next().unwrap_or(url);
        let place = place.split_once("://").map_or(place, |(_, place)| place);
        let last = place.trim_end_matches('/').rsplit('/').next();
        let last = Path::new(last.unwrap_or(place));
        let is_page = last
            .extension()
            .is_some_and(|ending| ending == "html" || ending == "htm");
        let stem = last.file_stem().filter(|_| is_page);
        Self {
            stem: stem
                .unwrap_or(last.as_os_str())
                .to_string_lossy()
                .into_owned(),
            path: PathBuf::from(url),
            kind: Kind::Url,
        }
    }

    /// Opens it at its beginning; packed, it may unpack to `limit` bytes.
    pub(super) fn open(&self, limit: u64) -> io::Result<Opened> {
        let distance = Rc::new(Cell::new(0));
        let (content, state): (Box<dyn Read>, _) = if self.kind == Kind::Stdin {
            (Box::new(io::stdin().lock()), None)
        } else {
            let file = fs::File::open(&self.path)?;
            let state = file.metadata().ok().and_then(|known| state(&known));
            (Box::new(file), state)
        };
        let counted = Counted {
            content,
            distance: Rc::clone(&distance),
        };
        let length = state.and_then(|(length, _)| usize::try_from(length).ok());
        let buffer = length.map_or(BUFFER, |length| length.clamp(SMALL_BUFFER, BUFFER));
        Ok(Opened {
            content: unpack::open(Box::new(BufReader::with_capacity(buffer, counted)), limit)?,
            distance,
            state,
        })
    }

    /// Whether somebody wrote into the file since it was `opened`.
    pub(super) fn has_changed(&self, opened: &Opened) -> bool {
        let now = || state(&fs::metadata(&self.path).ok()?);
        opened.state.is_some() && now() != opened.state
    }

    /// Its length in bytes, where that can be told.
    pub(super) fn size(&self) -> Option<u64> {
        let length = fs::metadata(&self.path).map(|file| file.len());
        length.ok().filter(|_| self.kind == Kind::File)
    }

    pub(super) fn is_stdin(&self) -> bool {
        self.kind == Kind::Stdin
    }

    /// The web address that it is.
    pub(super) fn as_url(&self) -> Option<&str> {
        self.path.to_str().filter(|_| self.kind == Kind::Url)
    }
}

/// Read from a file at a time, in bytes; no more than a short file has, since each buffer is filled with
/// zeros first.
const BUFFER: usize = 64 * 1024;
const SMALL_BUFFER: usize = 4 * 1024;

fn state(file: &fs::Metadata) -> Option<State> {
    Some((file.len(), file.modified().ok()?))
}

struct Counted<R> {
    content: R,
    distance: Rc<Cell<u64>>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.content.read(buffer)?;
        self.distance.set(self.distance.get() + read as u64);
        Ok(read)
    }
}

/// What files and messages are sorted by: the name, then the whole path.
pub(super) fn order(path: &Path) -> (Option<&OsStr>, &Path) {
    (path.file_name(), path)
}

/// A file and where it is when links are followed.
struct Placed {
    place: PathBuf,
    file: File,
}

impl Placed {
    fn new(file: File) -> Self {
        let place = fs::canonicalize(&file.path);
        Self {
            place: place.unwrap_or_else(|_| file.path.clone()),
            file,
        }
    }

    /// What decides the order: the name, the place and, of several spellings of it, the shortest.
    fn order(&self) -> (Option<OsString>, PathBuf, usize, PathBuf) {
        let path = &self.file.path;
        let name = path.file_name().map(OsStr::to_owned);
        let length = path.as_os_str().len();
        (name, self.place.clone(), length, path.clone())
    }
}

/// The files of `inputs` by name, each once, and what is no file.
pub(super) fn list(inputs: &[Input]) -> (Vec<File>, Vec<ReadError>) {
    let mut files = Vec::new();
    let mut refused = Vec::new();
    for input in inputs {
        match input {
            Input::Stdin => files.push(Placed::new(File::stdin())),
            Input::Url(url) => files.push(Placed::new(File::url(url))),
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
fn each_once(mut files: Vec<Placed>) -> Vec<File> {
    files.sort_by_cached_key(Placed::order);
    let mut seen = FxHashSet::default();
    files.retain(|placed| seen.insert(placed.place.clone()));
    files.into_iter().map(|placed| placed.file).collect()
}

fn list_path(
    path: &Path,
    files: &mut Vec<Placed>,
    refused: &mut Vec<ReadError>,
) -> Result<(), ReadProblem> {
    let kind = fs::metadata(path).map_err(unreadable)?.file_type();
    if kind.is_dir() {
        list_folder(path, files, refused)
    } else if kind.is_file() {
        files.push(Placed::new(File::at(path.to_owned())));
        Ok(())
    } else {
        Err(ReadProblem::NotAFile(special_kind(kind)))
    }
}

fn list_folder(
    folder: &Path,
    files: &mut Vec<Placed>,
    refused: &mut Vec<ReadError>,
) -> Result<(), ReadProblem> {
    let mut subfolders = Vec::new();
    let before = (files.len(), refused.len());
    let place = fs::canonicalize(folder).map_err(unreadable)?;
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let entry = entry.map_err(unreadable)?;
        let path = entry.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if is_unrelated(&name) {
            continue;
        }
        // What is no link is where its folder is, and the folder tells what it is.
        if entry.file_type().is_ok_and(|kind| kind.is_file()) {
            let place = place.join(entry.file_name());
            let file = File::at(path);
            files.push(Placed { place, file });
        } else if path.is_dir() {
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
pub(crate) fn is_unrelated(name: &str) -> bool {
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
