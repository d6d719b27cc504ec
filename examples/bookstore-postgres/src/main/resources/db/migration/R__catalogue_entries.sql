-- SHOP-120: What the catalogue pages show of a book. New columns go to the end: CREATE OR REPLACE can only append.

CREATE OR REPLACE VIEW catalogue_entries AS
SELECT
    b.id AS book_id,
    b.isbn,
    b.title,
    b.subtitle,
    b.format,
    p.name AS publisher,
    a.authors,
    b.language_code,
    b.price_cents,
    book_offer_cents(b.id) AS offer_cents,
    b.format IN ('ebook', 'audiobook') OR coalesce(s.available, 0) > 0 AS is_available,
    r.average_rating,
    r.review_count
FROM books AS b
JOIN publishers AS p ON p.id = b.publisher_id
LEFT JOIN stock_levels AS s ON s.book_id = b.id
CROSS JOIN LATERAL (
    SELECT string_agg(authors.name, ', ' ORDER BY book_authors.position) AS authors
    FROM book_authors
    JOIN authors ON authors.id = book_authors.author_id
    WHERE book_authors.book_id = b.id
) AS a
CROSS JOIN LATERAL (
    SELECT
        round(avg(reviews.rating), 1) AS average_rating,
        count(*) AS review_count
    FROM reviews
    WHERE reviews.book_id = b.id AND reviews.state = 'published'
) AS r;

COMMENT ON VIEW catalogue_entries IS 'One row per book, with offer price, availability and published reviews';
