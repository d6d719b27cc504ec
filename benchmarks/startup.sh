#!/usr/bin/env bash
# How long the goals without a database take, as whole processes, against `mvn validate` of the same
# project in the same run; and how large the plugin's dependencies are. Needs the plugin installed.
#
#   benchmarks/startup.sh [rounds]     # default 7
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
rounds=${1:-7}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cp -r examples/bookstore-postgres/pom.xml examples/bookstore-postgres/src "$work"
cd "$work"
git init -q -b main . && git config user.name bench && git config user.email bench@example.com
git config commit.gpgsign false
git add . && git commit -qm base && git checkout -qb topic
printf 'CREATE TABLE bench_new (id bigint PRIMARY KEY);\n' >src/main/resources/db/migration/V999__new.sql
git add . && git commit -qm topic

declare -A runs=(
  [baseline]="validate"
  [schema:validate]="schema:validate -Dschema.gitBase=main"
  [schema:lint]="schema:lint -Dschema.gitBase=main"
)
order=(baseline schema:validate schema:lint)
for name in "${order[@]}"; do : >"$work/$name.ms"; done
for round in $(seq 0 "$rounds"); do
  for name in "${order[@]}"; do
    start=$(date +%s%N)
    # shellcheck disable=SC2086
    mvn -B -q ${runs[$name]} >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
    end=$(date +%s%N)
    # Round 0 warms the page cache.
    [ "$round" = 0 ] || echo $(((end - start) / 1000000)) >>"$work/$name.ms"
  done
done
median() { sort -n "$1" | awk '{v[NR]=$1} END {print (NR % 2) ? v[(NR+1)/2] : (v[NR/2]+v[NR/2+1])/2}'; }
base=$(median "$work/baseline.ms")
printf '%-18s %8s %8s %8s\n' "whole process" "median" "ratio" "limit"
limits=("" 2 3)
for i in "${!order[@]}"; do
  m=$(median "$work/${order[$i]}.ms")
  printf '%-18s %5s ms %8s %8s\n' "${order[$i]/baseline/mvn validate}" "$m" \
    "$(awk -v a="$m" -v b="$base" 'BEGIN {printf "%.2f", a/b}')" "${limits[$i]:--}"
done

mvn -B -q -f "$root/schema-gitops-maven-plugin" dependency:copy-dependencies -DincludeScope=runtime \
  -DoutputDirectory="$work/dependencies" >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
size=$(cat "$work"/dependencies/*.jar | wc -c)
printf '\n%d dependencies, %s MB (aim: at most 50 MB, without database binaries)\n' \
  "$(find "$work/dependencies" -name '*.jar' | wc -l)" \
  "$(awk -v s="$size" 'BEGIN {printf "%.1f", s/1000000}')"
