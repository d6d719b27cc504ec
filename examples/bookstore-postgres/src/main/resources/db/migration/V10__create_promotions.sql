-- SHOP-118 (2025-03): Time-limited discounts; two promotions of one book must never overlap.

CREATE TABLE promotions (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    book_id      bigint NOT NULL REFERENCES books (id) ON DELETE CASCADE,
    percent_off  smallint NOT NULL CHECK (percent_off BETWEEN 1 AND 90),
    valid_during tstzrange NOT NULL CHECK (NOT isempty(valid_during)),
    -- A range of one book instead of "book_id WITH =" spares us the btree_gist extension.
    CONSTRAINT promotions_no_overlap EXCLUDE USING gist (
        int8range(book_id, book_id, '[]') WITH &&,
        valid_during WITH &&
    )
);

CREATE INDEX promotions_book_id_idx ON promotions (book_id);
