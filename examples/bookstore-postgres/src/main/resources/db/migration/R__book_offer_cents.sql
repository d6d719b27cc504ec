-- SHOP-118: What a book costs at a given time: the one place that knows how promotions are applied.

CREATE OR REPLACE FUNCTION book_offer_cents(for_book bigint, at_time timestamptz DEFAULT now()) RETURNS integer
    LANGUAGE sql STABLE
AS $$
    SELECT round(b.price_cents * (100 - coalesce(p.percent_off, 0)) / 100.0)::integer
    FROM books AS b
    LEFT JOIN promotions AS p ON p.book_id = b.id AND p.valid_during @> at_time
    WHERE b.id = for_book
$$;

COMMENT ON FUNCTION book_offer_cents(bigint, timestamptz) IS
    'Price in minor units after promotions, half a cent rounded up; NULL for an unknown book';
