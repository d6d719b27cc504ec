CREATE TABLE items (id bigint);
CREATE INDEX items_idx ON items (id);
REINDEX TABLE items;
REINDEX INDEX items_idx;
