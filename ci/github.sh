#!/usr/bin/env bash
# What the GitHub Action runs: annotations on standard output, the job's summary, and a SARIF report if one
# is asked for. Reads DRAFTS, AGAINST, BASELINE and SARIF from the environment, lists one entry a line.
set -euo pipefail

lines() { while IFS= read -r line; do [ -z "$line" ] || printf '%s\0' "$line"; done <<<"$1"; }
drafts=() against=() extra=()
while IFS= read -r -d '' line; do drafts+=("$line"); done < <(lines "${DRAFTS:-}")
while IFS= read -r -d '' line; do against+=("$line"); done < <(lines "${AGAINST:-}")

[ "${#against[@]}" -eq 0 ] || extra+=(--against "${against[@]}")
[ -z "${BASELINE:-}" ] || extra+=(--baseline "$BASELINE")
extra+=(--format github -o - --format github-summary -o "${GITHUB_STEP_SUMMARY:-/dev/null}")
[ -z "${SARIF:-}" ] || extra+=(--format sarif -o "$SARIF")

exec "${RASHOMON:-rashomon}" check "${drafts[@]}" "${extra[@]}"
