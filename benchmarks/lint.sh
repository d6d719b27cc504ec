#!/usr/bin/env bash
# schema:lint of one new file in a history of 2,000 migrations against the same in a history of 20, as whole processes; and
# how many statements a second all rules judge on one core in 512 MB. Needs the plugin installed.
#
#   benchmarks/lint.sh [rounds]     # default 5
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
rounds=${1:-5}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for size in 20 2000; do
  project=$work/$size
  mkdir -p "$project"
  cp examples/bookstore-postgres/pom.xml "$project"
  benchmarks/history.sh "$project/src/main/resources/db/migration" "$size"
  (
    cd "$project"
    git init -q -b main . && git config user.name bench && git config user.email bench@example.com
    git config commit.gpgsign false
    git add . && git commit -qm base && git checkout -qb topic
    printf 'ALTER TABLE t_1 ADD COLUMN extra text;\n' >src/main/resources/db/migration/V99999__new.sql
    git add . && git commit -qm topic
  )
  : >"$work/$size.ms"
done
for round in $(seq 0 "$rounds"); do
  for size in 20 2000; do
    start=$(date +%s%N)
    (cd "$work/$size" && mvn -B -q schema:lint -Dschema.gitBase=main -Dschema.cacheDirectory="$work/cache") >"$work/log" 2>&1 ||
      { cat "$work/log" >&2; exit 1; }
    end=$(date +%s%N)
    # Round 0 reads the history; the others know what it leaves.
    [ "$round" = 0 ] && echo "first look, $size migrations: $(((end - start) / 1000000)) ms" ||
      echo $(((end - start) / 1000000)) >>"$work/$size.ms"
  done
done
median() { sort -n "$1" | awk '{v[NR]=$1} END {print (NR % 2) ? v[(NR+1)/2] : (v[NR/2]+v[NR/2+1])/2}'; }
small=$(median "$work/20.ms") large=$(median "$work/2000.ms")
printf 'one new file, history of 20: %s ms; of 2,000: %s ms; ratio %s (limit 1.5)\n\n' "$small" "$large" \
  "$(awk -v a="$large" -v b="$small" 'BEGIN {printf "%.2f", a/b}')"

benchmarks/history.sh "$work/whole" 2000
# 6,000 statements.
for v in $(seq 1 2600); do
  printf 'CREATE VIEW w_%d AS SELECT id, name FROM t_%d WHERE status = 1;\n' "$v" $((v % 400)) >>"$work/whole/V$((v % 2000 + 1))__step_$((v % 2000 + 1)).sql"
done
mvn -B -q -pl schema-gitops-maven-plugin dependency:build-classpath -DincludeScope=runtime -Dmdep.outputFile="$work/plugin.cp"
taskset -c 0 java -Xmx512m -XX:+UseSerialGC -cp "$root/schema-gitops-maven-plugin/target/classes:$(cat "$work/plugin.cp")" \
  benchmarks/lint/LintThroughput.java "$work/whole" "$rounds"
