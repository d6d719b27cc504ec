#!/usr/bin/env bash
# A schema's way from a pull request to a database, on an embedded PostgreSQL that is thrown away:
# checks, deploy, somebody's manual change found, and the way back. Needs a JDK 17, Maven and Git.
# Changes nothing but the folder target/ and, where the plugin is not installed, builds it.
set -euo pipefail
cd "$(dirname "$0")"
example=$PWD
root=$(cd ../.. && pwd)
work=$example/target/demo
plugin=$root/schema-gitops-maven-plugin

say() { printf '\n== %s\n' "$*"; }
die() { printf 'demo: FAILED: %s\n' "$*" >&2; exit 1; }

# Runs a goal and shows what it says without Maven's frame around it; $1: the verdict it must have.
goal() {
  local expected=$1 name=$2; shift 2
  printf '$ mvn schema:%s %s\n' "$name" "$*"
  mvn -B "schema:$name" -Dschema.shadow.provider=embedded "$@" >"$work/$name.log" 2>&1 || true
  sed -n 's/^\[INFO\] //; /^schema:'"$name"'/,/^[A-Z]*: /p' "$work/$name.log" | sed 's/^/  /'
  local verdict
  verdict=$(sed -n 's/^  "verdict" : "\(.*\)",$/\1/p' "target/schema-gitops/$name/verdict.json" 2>/dev/null || true)
  [ "$verdict" = "$expected" ] || { tail -n 25 "$work/$name.log" >&2; die "schema:$name says '$verdict', not $expected"; }
}

# One line of SQL, run on the production database by hand.
by_hand() {
  printf 'production=> %s\n' "$1"
  printf '%s\n' "$1" >&7
  read -r answer <&8
  [ "$answer" = ok ] || die "$answer"
}

rm -rf "$work"; mkdir -p "$work"

say "The plugin is built and installed, unless it is there."
# shellcheck disable=SC2016
version=$(sed -n 's:.*<version>\(.*\)</version>.*:\1:p' "$root/pom.xml" | head -n 1)
mvn -B -q -f "$plugin" dependency:build-classpath -DincludeScope=runtime -Dmdep.outputFile="$work/classpath" >"$work/build.log" 2>&1 || true
installed=""
[ -s "$work/classpath" ] && installed=$(tr ':' '\n' <"$work/classpath" | sed -n 's:/org/postgresql/postgresql/.*::p' | head -n 1)/io/github/schemagitops/schema-gitops-maven-plugin/$version/schema-gitops-maven-plugin-$version.jar
if [ ! -f "$installed" ] || [ -n "$(find "$plugin/src/main" "$plugin/pom.xml" "$root/pom.xml" -newer "$installed" -print -quit)" ]; then
  mvn -B -q -f "$root" install -DskipTests -Dinvoker.skip >"$work/build.log" 2>&1 || { tail -n 25 "$work/build.log" >&2; die "the build"; }
  mvn -B -q -f "$plugin" dependency:build-classpath -DincludeScope=runtime -Dmdep.outputFile="$work/classpath" >"$work/build.log" 2>&1 || { tail "$work/build.log" >&2; die "the class path"; }
fi

say "A bookstore's repository: 29 versions and 4 repeatables are on main already."
mkdir "$work/bookstore"
cp -r "$example/pom.xml" "$example/src" "$work/bookstore"
cd "$work/bookstore"
printf 'target/\n' >.gitignore
git init -q -b main .
git config user.name demo; git config user.email demo@example.com; git config commit.gpgsign false
git add . && git commit -qm "The bookstore so far"

say "A pull request adds an index, the usual way."
git checkout -qb faster-order-lists
sql=src/main/resources/db/migration/V30__orders_status.sql
printf -- '-- The back office lists orders by status.\nCREATE INDEX orders_status_idx ON orders (status);\n' >$sql
git add . && git commit -qm "Index orders by status"

say "validate reads the files and Git: names, versions, order, tampering. No database."
goal PASSED validate -Dschema.gitBase=main

say "lint knows what the new statement would do to a busy table, and fails."
goal FAILED lint -Dschema.gitBase=main

say "The author takes the advice: CONCURRENTLY, outside of a transaction."
printf -- '-- The back office lists orders by status.\nCREATE INDEX CONCURRENTLY orders_status_idx ON orders (status);\n' >$sql
printf 'executeInTransaction=false\n' >$sql.conf
git add . && git commit -qm "Build the index concurrently"
goal PASSED lint -Dschema.gitBase=main

say "shadow-migrate runs everything on a throwaway PostgreSQL and shows what the change does."
goal PASSED shadow-migrate -Dschema.gitBase=main

say "Reviewed and merged. A production database appears, here an embedded one."
git checkout -q main && git merge -q --no-edit faster-order-lists
mkfifo "$work/sql" "$work/answers"
java -cp "$(cat "$work/classpath"):$plugin/target/classes" "$example/DemoDatabase.java" \
  "$work/production.env" <"$work/sql" >"$work/answers" 2>"$work/database.log" &
exec 7>"$work/sql" 8<"$work/answers"
trap 'exec 7>&-; wait' EXIT
read -r answer <&8 || true
[ "$answer" = ready ] || { cat "$work/database.log" >&2; die "the production database did not start"; }
# SCHEMA_PRODUCTION_URL, _USER and _PASSWORD: credentials come from the environment.
set -a; . "$work/production.env"; set +a

say "deploy: lock, drift check, trial run, the real run, and proof that both results are equal."
goal PASSED deploy

say "At night somebody helps the database by hand."
by_hand "ALTER TABLE customers ALTER COLUMN email TYPE varchar(320)"
by_hand "CREATE INDEX tmp_fix_idx ON orders (placed_at)"

say "drift-check finds exactly these two, and fails."
goal DRIFTED drift-check
[ "$(sed -n '/"drift" : {/,/}/p' target/schema-gitops/drift-check/verdict.json | tr -d ' \n')" = '"drift":{"added":1,"missing":0,"changed":1,"ignored":0},' ] ||
  die "drift-check did not find exactly one added and one changed object"

say "The change is taken back."
by_hand "DROP INDEX tmp_fix_idx"
by_hand "ALTER TABLE customers ALTER COLUMN email TYPE varchar(100)"
goal PASSED drift-check

printf '\nReports: %s\n' "examples/bookstore-postgres/target/demo/bookstore/target/schema-gitops"
echo "demo: passed"
