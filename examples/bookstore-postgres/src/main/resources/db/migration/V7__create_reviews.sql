-- SHOP-77 (2024-12): Customers review books; a review outlives the account of its writer.

CREATE TYPE review_state AS ENUM ('pending', 'published', 'rejected');

CREATE TABLE reviews (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    book_id     bigint NOT NULL REFERENCES books (id) ON DELETE CASCADE,
    customer_id bigint REFERENCES customers (id) ON DELETE SET NULL,
    order_id    bigint,
    rating      smallint NOT NULL CHECK (rating BETWEEN 1 AND 5),
    body        text CHECK (char_length(body) <= 5000),
    state       review_state NOT NULL DEFAULT 'pending',
    created_at  timestamptz NOT NULL DEFAULT now(),
    UNIQUE (book_id, customer_id)
);

CREATE INDEX reviews_customer_id_idx ON reviews (customer_id);

-- The moderation queue, oldest first.
CREATE INDEX reviews_pending_idx ON reviews (created_at) WHERE state = 'pending';

-- No foreign key: reviews imported from the old shop carry its order numbers.
COMMENT ON COLUMN reviews.order_id IS 'The purchase that makes this review a verified one';
