//! Language knowledge: tables in one folder per language, built into the program.
