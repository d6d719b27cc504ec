-- SHOP-190 (2025-09): Migrate: fill language_code of the books that were there before the trigger.

-- Batches follow the primary key; a second run finds nothing left to do.
DO $$
DECLARE
    batch_size CONSTANT integer := 5000;
    batch_start bigint := 0;
    batch_end bigint;
    filled integer;
BEGIN
    LOOP
        SELECT max(batch.id)
        INTO batch_end
        FROM (SELECT id FROM books WHERE id > batch_start ORDER BY id LIMIT batch_size) AS batch;

        EXIT WHEN batch_end IS NULL;

        UPDATE books
        SET language_code = language_code_of(language)
        WHERE id > batch_start
          AND id <= batch_end
          AND language_code IS NULL;

        GET DIAGNOSTICS filled = ROW_COUNT;
        RAISE NOTICE 'books up to id %: % filled', batch_end, filled;

        batch_start := batch_end;
    END LOOP;
END
$$;
