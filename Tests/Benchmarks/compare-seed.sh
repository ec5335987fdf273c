#!/bin/bash
# Times the seed experiment, simulation and report, done by Logbrief and by Python, in one run on one machine.
#
# usage: compare-seed.sh LOGBRIEF PYTHON
# PYTHON is an interpreter with the packages in requirements.txt; hyperfine must be installed.
set -euo pipefail

if (( $# != 2 )); then
  sed -n 's/^# //p' "$0" >&2
  exit 64
fi
logbrief=$(realpath "$1")
python=$(realpath --no-symlinks "$2")
here=$(cd "$(dirname "$0")" && pwd)
report=$here/../../site/nids-login-attempts

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir -p "$scratch/report/data"
cp "$report"/*.yml "$report"/*.md "$scratch/report/"

hyperfine --shell bash --warmup 2 --min-runs 10 \
  --command-name Logbrief \
  "'$logbrief' simulate nids --seed 42 -o '$scratch/report/data/network_logs.csv' && '$logbrief' build '$scratch/report' -q" \
  --command-name 'Python: structlog, pandas, matplotlib' \
  "'$python' '$here/seed_experiment.py' '$scratch/python'"
