#!/usr/bin/env bash
# schema:shadow-migrate against flyway-maven-plugin:migrate of the same files, as whole processes in one run.
# Needs Docker (for the server that both use) and the plugin installed.
#
#   benchmarks/shadow-migrate.sh [rounds]     # default 3
#
# MAVEN_OPTS holds for all of them, for instance -XX:TieredStopAtLevel=1, which the pipeline templates set.
#
# cold: nothing kept, the history is replayed into a scratch database on the server that Flyway migrates an empty database of.
# warm: the state of the base comes from the cache of an embedded server, one migration is new.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
rounds=${1:-3}
flyway=${FLYWAY_PLUGIN_VERSION:-13.6.0}
work=$(mktemp -d)
server=schema-gitops-benchmark-$$
trap 'docker rm -f "$server" >/dev/null 2>&1; rm -rf "$work"' EXIT

docker run -d --name "$server" -e POSTGRES_PASSWORD=benchmark -p 127.0.0.1::5432 postgres:17 >/dev/null
port=$(docker port "$server" 5432/tcp | sed 's/.*://;q')
sql() { docker exec "$server" sh -c "PGPASSWORD=benchmark psql -h 127.0.0.1 -U postgres -v ON_ERROR_STOP=1 -qc \"$1\""; }
for _ in $(seq 60); do sql 'select 1' >/dev/null 2>&1 && break; sleep 0.5; done
sql "create role bench login createdb password 'benchmark'"
export SCHEMA_SHADOW_USER=bench SCHEMA_SHADOW_PASSWORD=benchmark

project() { # directory, number of migrations: a repository whose topic branch adds one
  mkdir -p "$1"
  cat >"$1/pom.xml" <<XML
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>bench</groupId><artifactId>bench</artifactId><version>1</version><packaging>pom</packaging>
  <build><plugins>
    <plugin><groupId>io.github.schemagitops</groupId><artifactId>schema-gitops-maven-plugin</artifactId><version>0.1.0-SNAPSHOT</version></plugin>
    <plugin>
      <groupId>org.flywaydb</groupId><artifactId>flyway-maven-plugin</artifactId><version>$flyway</version>
      <configuration><locations><location>filesystem:src/main/resources/db/migration</location></locations></configuration>
      <dependencies>
        <dependency><groupId>org.flywaydb</groupId><artifactId>flyway-database-postgresql</artifactId><version>$flyway</version></dependency>
        <dependency><groupId>org.postgresql</groupId><artifactId>postgresql</artifactId><version>42.7.14</version></dependency>
      </dependencies>
    </plugin>
  </plugins></build>
</project>
XML
  "$root/benchmarks/history.sh" "$1/src/main/resources/db/migration" "$2"
  (cd "$1" && git init -q -b main . && git config user.name bench && git config user.email bench@example.com &&
    git config commit.gpgsign false && echo target >.gitignore && git add . && git commit -qm base && git checkout -qb topic &&
    "$root/benchmarks/history.sh" src/main/resources/db/migration 1 $(($2 + 1)) && git add . && git commit -qm topic)
}
for n in 100 1000 2000; do project "$work/p$n" "$n"; done

now() { date +%s%N; }
measure() { # name, directory, arguments of mvn
  local name=$1 directory=$2 start
  shift 2
  start=$(now)
  (cd "$directory" && mvn -B -q "$@") >"$work/log" 2>&1 || { tail -40 "$work/log" >&2; exit 1; }
  echo $((($(now) - start) / 1000000)) >>"$work/$name.ms"
}
migrate() { sql 'drop database if exists flyway' && sql 'create database flyway owner bench' &&
  measure flyway "$work/p1000" "org.flywaydb:flyway-maven-plugin:$flyway:migrate" \
    "-Dflyway.url=jdbc:postgresql://127.0.0.1:$port/flyway" -Dflyway.user=bench -Dflyway.password=benchmark; }
cold() { measure cold "$work/p1000" schema:shadow-migrate -Dschema.gitBase=main -Dschema.cache=false \
  -Dschema.shadow.provider=server "-Dschema.shadow.url=jdbc:postgresql://127.0.0.1:$port/postgres"; }
warm() { measure "warm-$1" "$work/p$1" schema:shadow-migrate -Dschema.gitBase=main \
  -Dschema.shadow.provider=embedded "-Dschema.cacheDirectory=$work/states"; }

migrate; cold; for n in 100 1000 2000; do warm $n; done # fills the caches
rm -f "$work"/*.ms
for _ in $(seq "$rounds"); do migrate; cold; for n in 100 1000 2000; do warm $n; done; measure maven "$work/p1000" validate; measure help "$work/p1000" schema:help; done

median() { sort -n "$work/$1.ms" | awk '{v[NR]=$1} END {print (NR % 2) ? v[(NR+1)/2] : (v[NR/2]+v[NR/2+1])/2}'; }
ratio() { awk -v a="$(median "$1")" -v b="$(median "$2")" 'BEGIN {printf "%.2f", a/b}'; }
line() { printf '%-52s %6s ms %7s %7s\n' "$1" "$(median "$2")" "$3" "$4"; }
printf '%-52s %9s %7s %7s\n' "whole process, 1,000 migrations" median ratio limit
line "flyway-maven-plugin:migrate, empty database" flyway 1.00 -
line "schema:shadow-migrate cold, same server" cold "$(ratio cold flyway)" 0.7
line "schema:shadow-migrate warm, one new migration" warm-1000 "$(ratio warm-1000 flyway)" 0.2
line "mvn validate (no plugin at all)" maven "$(ratio maven flyway)" -
line "schema:help (the plugin, no work at all)" help "$(ratio help flyway)" -
echo
line "warm, history of 100" warm-100 1.00 -
line "warm, history of 2,000" warm-2000 "$(ratio warm-2000 warm-100)" 1.3
