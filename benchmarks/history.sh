#!/usr/bin/env bash
# Writes a history of migrations: history.sh <directory> <number of migrations> [first version]
# Tables with a few columns, then columns, indexes, foreign keys, views and rows for them, as projects have them.
set -euo pipefail
directory=$1 count=$2 first=${3:-1}
mkdir -p "$directory"
for ((v = first; v < first + count; v++)); do
  t=$(((v - 1) / 5)) # five migrations a table
  name=$(printf 'V%d__step_%d.sql' "$v" "$v")
  case $(((v - 1) % 5)) in
    0) cat >"$directory/$name" <<SQL
CREATE TABLE t_$t (
  id bigint PRIMARY KEY,
  name varchar(100) NOT NULL,
  created_at timestamp DEFAULT CURRENT_TIMESTAMP,
  amount numeric(12,2)
);
SQL
    ;;
    1) printf 'ALTER TABLE t_%d ADD COLUMN note varchar(200);\nALTER TABLE t_%d ADD COLUMN status integer DEFAULT 0 NOT NULL;\n' "$t" "$t" >"$directory/$name" ;;
    2) printf 'CREATE INDEX t_%d_name ON t_%d (name);\n' "$t" "$t" >"$directory/$name" ;;
    3) printf "INSERT INTO t_%d (id, name) VALUES (1, 'one');\nINSERT INTO t_%d (id, name) VALUES (2, 'two');\nUPDATE t_%d SET status = 1 WHERE id = 2;\n" "$t" "$t" "$t" >"$directory/$name" ;;
    4) if ((t > 0)); then
         printf 'ALTER TABLE t_%d ADD COLUMN previous_id bigint;\nALTER TABLE t_%d ADD CONSTRAINT t_%d_previous FOREIGN KEY (previous_id) REFERENCES t_%d (id);\n' "$t" "$t" "$t" $((t - 1)) >"$directory/$name"
       else
         printf 'CREATE VIEW v_%d AS SELECT id, name FROM t_%d WHERE status = 1;\n' "$t" "$t" >"$directory/$name"
       fi ;;
  esac
done
