//! Packed streams are read as if they were not packed:
//!
//! ```text
//! dump.jsonl.gz ─▶ 1f 8b … gzip, also of several members ─┐
//! dump.jsonl.zst ▶ 28 b5 2f fd … zstd, several frames ────┼─▶ bytes, of which there may be so many
//! anything else ──────────────────────────────────────────┘
//! ```
//!
//! A kilobyte can unpack to a gigabyte, so the bytes that come out are counted, and too many are an error.

use std::fmt;
use std::io::{self, BufRead, BufReader, Read};

use flate2::bufread::MultiGzDecoder;
use ruzstd::decoding::FrameDecoder;
use ruzstd::decoding::errors::{FrameDecoderError, ReadFrameHeaderError};

const GZIP: &[u8] = b"\x1f\x8b";
const ZSTD: &[u8] = b"\x28\xb5\x2f\xfd";
/// First bytes of frames that hold something else than the content; the lowest four bits of the first
/// byte are free.
const ZSTD_ASIDE: &[u8] = b"\x2a\x4d\x18";

/// The content of `packed`, which may unpack to `limit` bytes. What is not packed passes as it is.
pub(super) fn open<'r>(
    mut packed: Box<dyn BufRead + 'r>,
    limit: u64,
) -> io::Result<Box<dyn BufRead + 'r>> {
    let start = packed.fill_buf()?;
    if start.starts_with(GZIP) {
        return Ok(limited(MultiGzDecoder::new(packed), limit));
    }
    if is_zstd(start) {
        return Ok(limited(Frames::new(packed), limit));
    }
    Ok(packed)
}

fn is_zstd(start: &[u8]) -> bool {
    let is_aside = start.first().is_some_and(|first| first & 0xf0 == 0x50)
        && start.get(1..4) == Some(ZSTD_ASIDE);
    start.starts_with(ZSTD) || is_aside
}

fn limited<'r>(content: impl Read + 'r, limit: u64) -> Box<dyn BufRead + 'r> {
    Box::new(BufReader::new(Limited {
        content,
        left: limit,
        limit,
    }))
}

/// More came out of a packed file than the limit allows.
#[derive(Debug)]
pub(super) struct Overflow {
    /// In bytes.
    pub limit: u64,
}

impl Overflow {
    /// The overflow that `error` stands for.
    pub(super) fn of(error: &io::Error) -> Option<&Self> {
        error.get_ref()?.downcast_ref()
    }
}

impl fmt::Display for Overflow {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "unpacks to more than {} bytes", self.limit)
    }
}

impl std::error::Error for Overflow {}

struct Limited<R> {
    content: R,
    left: u64,
    limit: u64,
}

impl<R: Read> Read for Limited<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.content.read(buffer)?;
        match self.left.checked_sub(read as u64) {
            Some(left) => self.left = left,
            None => return Err(io::Error::other(Overflow { limit: self.limit })),
        }
        Ok(read)
    }
}

/// The frames of a zstd file, one after the other; the decoder knows only of one.
struct Frames<'r> {
    packed: Box<dyn BufRead + 'r>,
    decoder: FrameDecoder,
    is_inside: bool,
}

impl<'r> Frames<'r> {
    /// Decoded at a time, in bytes.
    const STEP: usize = 128 * 1024;

    fn new(packed: Box<dyn BufRead + 'r>) -> Self {
        Self {
            packed,
            decoder: FrameDecoder::new(),
            is_inside: false,
        }
    }

    /// Enters the next frame; says whether there was one.
    fn enter(&mut self) -> io::Result<bool> {
        while !self.packed.fill_buf()?.is_empty() {
            match self.decoder.reset(&mut self.packed) {
                Ok(()) => {
                    self.is_inside = true;
                    return Ok(true);
                }
                Err(FrameDecoderError::ReadFrameHeaderError(ReadFrameHeaderError::SkipFrame {
                    length,
                    ..
                })) => {
                    let mut aside = (&mut self.packed).take(length.into());
                    io::copy(&mut aside, &mut io::sink())?;
                }
                Err(error) => return Err(invalid(&error)),
            }
        }
        Ok(false)
    }
}

impl Read for Frames<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        use ruzstd::decoding::BlockDecodingStrategy::UptoBytes;
        if buffer.is_empty() {
            return Ok(0);
        }
        loop {
            if !self.is_inside && !self.enter()? {
                return Ok(0);
            }
            if self.decoder.can_collect() == 0 && !self.decoder.is_finished() {
                self.decoder
                    .decode_blocks(&mut self.packed, UptoBytes(Self::STEP))
                    .map_err(|error| invalid(&error))?;
            }
            let read = self.decoder.read(buffer)?;
            if read > 0 {
                return Ok(read);
            }
            self.is_inside = !self.decoder.is_finished();
        }
    }
}

fn invalid(error: &FrameDecoderError) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, error.to_string())
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::GzEncoder;

    use super::*;

    const NEWS: &[u8] = "“The bridge is safe,” said the mayor.\n".as_bytes();

    fn gzip(content: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(content).unwrap();
        encoder.finish().unwrap()
    }

    fn zstd(content: &[u8]) -> Vec<u8> {
        ruzstd::encoding::compress_to_vec(content, ruzstd::encoding::CompressionLevel::Fastest)
    }

    fn unpacked(packed: Vec<u8>, limit: u64) -> io::Result<Vec<u8>> {
        let mut content = Vec::new();
        open(Box::new(io::Cursor::new(packed)), limit)?.read_to_end(&mut content)?;
        Ok(content)
    }

    #[test]
    fn packed_or_not_the_content_is_the_same() {
        let long = NEWS.repeat(20_000);
        for packed in [gzip(&long), zstd(&long), long.clone()] {
            assert!(unpacked(packed, 10_000_000).unwrap() == long);
        }
    }

    #[test]
    fn members_and_frames_follow_one_another() {
        let two = [NEWS, NEWS].concat();
        let aside = b"\x5a\x2a\x4d\x18\x03\x00\x00\x00abc".to_vec();
        for packed in [
            [gzip(NEWS), gzip(NEWS)].concat(),
            [zstd(NEWS), aside.clone(), zstd(NEWS)].concat(),
            [aside, zstd(NEWS), zstd(NEWS)].concat(),
        ] {
            assert_eq!(unpacked(packed, 1_000).unwrap(), two);
        }
    }

    #[test]
    fn a_bomb_stops_at_the_limit() {
        let zeros = vec![0; 5_000_000];
        for packed in [gzip(&zeros), zstd(&zeros)] {
            assert!(packed.len() < 100_000);
            let error = unpacked(packed, 1_000_000).unwrap_err();
            assert_eq!(
                Overflow::of(&error).map(|overflow| overflow.limit),
                Some(1_000_000)
            );
        }
    }

    #[test]
    fn what_is_cut_short_is_an_error() {
        for mut packed in [gzip(NEWS), zstd(NEWS)] {
            packed.truncate(packed.len() - 9);
            assert!(unpacked(packed, 1_000).is_err());
        }
    }
}
