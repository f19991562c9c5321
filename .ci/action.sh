#!/usr/bin/env bash
# What action.yml runs: annotations to the log, a page to the job's summary, SARIF to a file. Inputs
# come in the environment, lists one item a line, so that nothing in them is read by the shell.
set -uo pipefail

items() { # the lines of a text that are not blank, without spaces around them
    while IFS= read -r line || [ -n "$line" ]; do
        line="${line#"${line%%[![:space:]]*}"}"
        line="${line%"${line##*[![:space:]]}"}"
        [ -z "$line" ] || printf '%s\n' "$line"
    done <<<"$1"
}

paths=() options=()
while IFS= read -r line; do paths+=("$line"); done < <(items "${CROSSCHECK_PATHS:-}")
while IFS= read -r line; do options+=("$line"); done < <(items "${CROSSCHECK_OPTIONS:-}")
[ ${#paths[@]} -gt 0 ] || { echo "::error::crosscheck: no paths are given"; exit 2; }

options=(--format github "${options[@]}")
[ -z "${CROSSCHECK_SARIF:-}" ] || options+=(--also "sarif:$CROSSCHECK_SARIF")
[ -z "${GITHUB_STEP_SUMMARY:-}" ] || options+=(--also "markdown:$GITHUB_STEP_SUMMARY")

if [ -n "${CROSSCHECK_DRAFT:-}" ]; then
    crosscheck compare "${options[@]}" --against "${paths[0]}" -- "$CROSSCHECK_DRAFT" "${paths[@]:1}"
else
    crosscheck check "${options[@]}" -- "${paths[@]}"
fi
status=$?
[ -z "${GITHUB_OUTPUT:-}" ] || echo "status=$status" >>"$GITHUB_OUTPUT"
exit $status
