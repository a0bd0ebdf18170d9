#!/usr/bin/env bash
# usage: corpus/typeset.sh [name ...]   Typesets the corpus's documents again and rewrites manifest.csv.
# Needs (Debian): nodejs chromium libreoffice-writer libreoffice-calc poppler-utils and the fonts of corpus/README.md.
set -euo pipefail
exec node "$(dirname "$0")/typesetting/typeset.mjs" "$@"
