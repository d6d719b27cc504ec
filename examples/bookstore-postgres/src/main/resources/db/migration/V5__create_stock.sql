-- SHOP-48 (2024-10): We oversold three titles in one week; stock is now reserved in the transaction that orders it.

CREATE TABLE stock_levels (
    book_id   bigint PRIMARY KEY REFERENCES books (id) ON DELETE CASCADE,
    on_hand   integer NOT NULL CHECK (on_hand >= 0),
    reserved  integer NOT NULL DEFAULT 0 CHECK (reserved >= 0),
    available integer GENERATED ALWAYS AS (on_hand - reserved) STORED,
    CONSTRAINT stock_levels_not_oversold CHECK (reserved <= on_hand)
);

COMMENT ON TABLE stock_levels IS 'Physical books only; e-books and audiobooks have no row';
COMMENT ON COLUMN stock_levels.reserved IS 'Copies in open orders (pending or paid), maintained by triggers';

CREATE FUNCTION reserve_stock() RETURNS trigger
    LANGUAGE plpgsql
AS $$
DECLARE
    changed_order bigint := coalesce(NEW.order_id, OLD.order_id);
BEGIN
    -- FOR SHARE: the order cannot be shipped or cancelled while its items change.
    PERFORM 1 FROM orders WHERE id = changed_order AND status IN ('pending', 'paid') FOR SHARE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'order % is closed, its items cannot change', changed_order
            USING ERRCODE = 'object_not_in_prerequisite_state';
    END IF;

    IF TG_OP IN ('UPDATE', 'DELETE') THEN
        UPDATE stock_levels SET reserved = reserved - OLD.quantity WHERE book_id = OLD.book_id;
    END IF;

    IF TG_OP IN ('INSERT', 'UPDATE') THEN
        UPDATE stock_levels
        SET reserved = reserved + NEW.quantity
        WHERE book_id = NEW.book_id
          AND on_hand - reserved >= NEW.quantity;

        IF NOT FOUND AND EXISTS (
            SELECT 1 FROM books WHERE id = NEW.book_id AND format IN ('hardcover', 'paperback')
        ) THEN
            RAISE EXCEPTION 'fewer than % copies of book % in stock', NEW.quantity, NEW.book_id
                USING ERRCODE = 'check_violation';
        END IF;
    END IF;

    RETURN NULL;
END
$$;

CREATE TRIGGER order_items_reserve_stock
    AFTER INSERT OR DELETE OR UPDATE OF order_id, book_id, quantity ON order_items
    FOR EACH ROW EXECUTE FUNCTION reserve_stock();

CREATE FUNCTION settle_stock() RETURNS trigger
    LANGUAGE plpgsql
AS $$
BEGIN
    IF OLD.status NOT IN ('pending', 'paid') THEN
        RETURN NULL;
    END IF;

    IF NEW.status IN ('shipped', 'delivered') THEN
        UPDATE stock_levels AS s
        SET on_hand = s.on_hand - i.quantity,
            reserved = s.reserved - i.quantity
        FROM order_items AS i
        WHERE i.order_id = NEW.id AND s.book_id = i.book_id;
    ELSIF NEW.status = 'cancelled' THEN
        UPDATE stock_levels AS s
        SET reserved = s.reserved - i.quantity
        FROM order_items AS i
        WHERE i.order_id = NEW.id AND s.book_id = i.book_id;
    END IF;

    RETURN NULL;
END
$$;

CREATE TRIGGER orders_settle_stock
    AFTER UPDATE OF status ON orders
    FOR EACH ROW
    WHEN (OLD.status IS DISTINCT FROM NEW.status)
    EXECUTE FUNCTION settle_stock();
