#!/usr/bin/env bash
# Reading the snapshot of 2,000 tables (6 columns, primary key, foreign key and index each), against the server's own
# dump program without data, of the same database in the same run. Needs Docker and the plugin compiled (mvn -B test-compile).
#
#   benchmarks/snapshot-mysql.sh [rounds]     # default 5
#
# The dump program runs in the server's container, so it has no way to go; the snapshot comes over the network of the machine.
set -euo pipefail
cd "$(dirname "$0")/.."
rounds=${1:-5}
work=$(mktemp -d)
export PASSWORD=benchmark
servers=()
trap 'docker rm -f "${servers[@]}" >/dev/null 2>&1; rm -rf "$work"' EXIT

mvn -B -q -pl schema-gitops-maven-plugin dependency:build-classpath -DincludeScope=runtime -Dmdep.outputFile="$work/plugin.cp"
path=schema-gitops-maven-plugin/target/classes:$(cat "$work/plugin.cp")

{
  echo "create database big; use big; set foreign_key_checks = 0;"
  for ((t = 0; t < 2000; t++)); do
    printf 'create table t_%d (id bigint not null auto_increment, name varchar(100) not null, note text, amount decimal(12,2) default 0.00, parent_id bigint, created_at timestamp default current_timestamp, primary key (id), key name_%d (name), constraint parent_%d foreign key (parent_id) references t_%d (id) on delete cascade);\n' \
      "$t" "$t" "$t" $((t > 0 ? t - 1 : 0))
  done
} >"$work/big.sql"

now() { date +%s%N; }
median() { sort -n | awk '{v[NR]=$1} END {print (NR % 2) ? v[(NR+1)/2] : int((v[NR/2]+v[NR/2+1])/2)}'; }

printf '%-34s %10s %10s %10s %7s %6s\n' "2,000 tables" dump "snapshot" "first" ratio limit
for product in mysql:9.7 mariadb:11.8; do
  client=${product%%:*}
  dump=mysqldump
  [[ $client == mariadb ]] && dump=mariadb-dump
  server=schema-gitops-benchmark-$client-$$
  servers+=("$server")
  docker run -d --name "$server" -e MYSQL_ROOT_PASSWORD=$PASSWORD -e MARIADB_ROOT_PASSWORD=$PASSWORD -p 127.0.0.1::3306 \
    --tmpfs /var/lib/mysql:rw "$product" --skip-log-bin >/dev/null
  inside() { docker exec -i -e MYSQL_PWD=$PASSWORD "$server" "$@"; }
  # The server that sets up the data directory listens on no port.
  for _ in $(seq 240); do inside "$client" -uroot -h127.0.0.1 --protocol=tcp -e 'select 1' >/dev/null 2>&1 && break; sleep 0.5; done
  inside "$client" -uroot <"$work/big.sql"
  port=$(docker port "$server" 3306/tcp | sed 's/.*://;q')
  : >"$work/dump"
  for ((round = -1; round < rounds; round++)); do
    start=$(now)
    inside "$dump" -uroot --no-data big >/dev/null 2>&1
    ((round < 0)) || echo $((($(now) - start) / 1000000)) >>"$work/dump"
  done
  java -cp "$path" benchmarks/snapshot/SnapshotTime.java "jdbc:$client://127.0.0.1:$port/big" "$rounds" >"$work/snapshot"
  first=$(sed -n 's/^first \([0-9]*\).*/\1/p' "$work/snapshot")
  d=$(median <"$work/dump") s=$(grep -v first "$work/snapshot" | cut -d' ' -f1 | median)
  printf '%-34s %7s ms %7s ms %7s ms %7s %6s\n' "$product, $dump --no-data" "$d" "$s" "$first" \
    "$(awk -v a="$first" -v b="$d" 'BEGIN {printf "%.2f", a/b}')" 1.5
  docker rm -f "$server" >/dev/null
done
