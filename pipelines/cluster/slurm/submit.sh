#!/bin/sh
# Submits a run to Slurm: an array of shares, and behind it the job that publishes. Prints the ids of the two.
# usage: submit.sh DEFINITION SHARES
# The definition, its sources, store and output lie on a file system that all nodes share.
# Environment: EXTRACTOR (the program; default: extractor), and sbatch's own (SBATCH_PARTITION, SBATCH_ACCOUNT, ...).
set -eu
[ $# -eq 2 ] || { echo "usage: submit.sh DEFINITION SHARES" >&2; exit 2; }
export EXTRACTOR_DEFINITION="$1" EXTRACTOR_SHARES="$2"
here=$(cd "$(dirname "$0")" && pwd)
shares=$(sbatch --parsable --array="1-$2" "$here/shares.sbatch")
# afterany: what a lost share has left undone the last job does itself.
publish=$(sbatch --parsable --dependency="afterany:${shares%%;*}" "$here/publish.sbatch")
echo "${shares%%;*} ${publish%%;*}"
