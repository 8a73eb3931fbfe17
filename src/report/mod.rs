//! A comparison to something a person or a program reads.
