-- SHOP-131 (2025-04): Finance and data protection both ask who changed prices, promotions and customer data.

CREATE SCHEMA audit;

COMMENT ON SCHEMA audit IS 'Append-only records of who changed what; read by finance and data protection';

CREATE TABLE audit.row_changes (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    table_name text NOT NULL,
    row_id     bigint NOT NULL,
    operation  text NOT NULL CHECK (operation IN ('INSERT', 'UPDATE', 'DELETE')),
    old_row    jsonb,
    new_row    jsonb,
    changed_at timestamptz NOT NULL DEFAULT now(),
    changed_by text NOT NULL DEFAULT current_user
);

CREATE INDEX row_changes_table_name_row_id_idx ON audit.row_changes (table_name, row_id, changed_at);
CREATE INDEX row_changes_new_row_idx ON audit.row_changes USING gin (new_row jsonb_path_ops);

CREATE FUNCTION audit.record_change() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = pg_catalog
AS $$
DECLARE
    old_row jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END;
    new_row jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END;
BEGIN
    INSERT INTO audit.row_changes (table_name, row_id, operation, old_row, new_row)
    VALUES (TG_TABLE_NAME, (coalesce(new_row, old_row) ->> 'id')::bigint, TG_OP, old_row, new_row);

    RETURN NULL;
END
$$;

COMMENT ON FUNCTION audit.record_change() IS 'For tables whose primary key is a bigint named id';

CREATE TRIGGER books_audit_price
    AFTER UPDATE OF price_cents ON books
    FOR EACH ROW
    WHEN (OLD.price_cents IS DISTINCT FROM NEW.price_cents)
    EXECUTE FUNCTION audit.record_change();

CREATE TRIGGER customers_audit
    AFTER UPDATE OR DELETE ON customers
    FOR EACH ROW EXECUTE FUNCTION audit.record_change();

CREATE TRIGGER promotions_audit
    AFTER INSERT OR UPDATE OR DELETE ON promotions
    FOR EACH ROW EXECUTE FUNCTION audit.record_change();
