#!/usr/bin/env bash
# Reading the schema of a PostgreSQL database of 5,000 tables (6 columns, primary key, foreign key and index each) against
# pg_dump --schema-only and jooq-meta's object model of the same database, and of 10,000 tables; in one Java machine with
# 512 MB. Needs Docker and the plugin compiled (mvn -B compile).
#
#   benchmarks/snapshot-postgres.sh [rounds]     # default 5
set -euo pipefail
cd "$(dirname "$0")/.."
rounds=${1:-5}
work=$(mktemp -d)
server=schema-gitops-benchmark-$$
trap 'docker rm -f "$server" >/dev/null 2>&1; rm -rf "$work"' EXIT

docker run -d --name "$server" -e POSTGRES_PASSWORD=benchmark -p 127.0.0.1::5432 postgres:17 >/dev/null
port=$(docker port "$server" 5432/tcp | sed 's/.*://;q')
sql() { docker exec -i "$server" psql -qU postgres -v ON_ERROR_STOP=1 "$@"; }
for _ in $(seq 60); do docker exec "$server" pg_isready -qh 127.0.0.1 && break; sleep 0.5; done
for tables in 5000 10000; do
  sql -c "create database tables_$tables"
  sql "tables_$tables" <<SQL
create procedure fill(tables integer) language plpgsql as \$\$
begin
  for i in 1..tables loop
    execute format('create table t%1\$s (
      id bigint generated always as identity primary key,
      parent_id bigint references t%2\$s (id),
      name text not null,
      code varchar(20) default ''none'',
      amount numeric(12, 2) not null,
      created_at timestamptz not null default now())', i, greatest(i - 1, 1));
    execute format('create index on t%s (name)', i);
    if i % 500 = 0 then commit; end if; -- Locks are kept until then.
  end loop;
end \$\$;
call fill($tables);
SQL
done

mvn -B -q -pl schema-gitops-maven-plugin dependency:build-classpath -DincludeScope=runtime -Dmdep.outputFile="$work/plugin.cp"
java -Xmx512m -Dorg.jooq.no-logo=true -Dorg.jooq.no-tips=true \
  -cp "schema-gitops-maven-plugin/target/classes:$(cat "$work/plugin.cp")" \
  benchmarks/snapshot/SnapshotPostgres.java "$server" "127.0.0.1:$port" "$rounds"
