-- SHOP-190 (2025-09): Expand: comparison feeds want ISO 639 codes, not "english" and "Deutsch"; both columns for now.

ALTER TABLE books ADD COLUMN language_code varchar(3);

CREATE FUNCTION language_code_of(language text) RETURNS text
    LANGUAGE sql IMMUTABLE
AS $$
    SELECT CASE lower(trim(language))
        WHEN 'english' THEN 'en'
        WHEN 'german' THEN 'de'
        WHEN 'deutsch' THEN 'de'
        WHEN 'french' THEN 'fr'
        WHEN 'français' THEN 'fr'
        WHEN 'spanish' THEN 'es'
        WHEN 'español' THEN 'es'
        WHEN 'italian' THEN 'it'
        WHEN 'italiano' THEN 'it'
        ELSE 'und'
    END
$$;

COMMENT ON FUNCTION language_code_of(text) IS 'ISO 639 code of a language name; "und" means undetermined';

-- Keeps the new column right while older versions of the application still write only the old one.
CREATE FUNCTION sync_books_language_code() RETURNS trigger
    LANGUAGE plpgsql
AS $$
BEGIN
    IF NEW.language_code IS NULL
        OR (TG_OP = 'UPDATE'
            AND NEW.language IS DISTINCT FROM OLD.language
            AND NEW.language_code IS NOT DISTINCT FROM OLD.language_code)
    THEN
        NEW.language_code := language_code_of(NEW.language);
    END IF;

    RETURN NEW;
END
$$;

CREATE TRIGGER books_sync_language_code
    BEFORE INSERT OR UPDATE OF language ON books
    FOR EACH ROW EXECUTE FUNCTION sync_books_language_code();
