-- SHOP-270 (2026-07): Gift cards in time for the holidays; a card stays valid when its buyer closes the account.

CREATE TABLE gift_cards (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code          text NOT NULL UNIQUE CHECK (code ~ '^[A-Z0-9]{16}$'),
    purchaser_id  bigint REFERENCES customers (id) ON DELETE SET NULL,
    value_cents   integer NOT NULL CHECK (value_cents > 0),
    balance_cents integer NOT NULL,
    currency      char(3) NOT NULL DEFAULT '${default_currency}',
    expires_on    date NOT NULL,
    created_at    timestamptz NOT NULL DEFAULT now(),
    updated_at    timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT gift_cards_balance_within_value CHECK (balance_cents BETWEEN 0 AND value_cents)
);

CREATE INDEX gift_cards_purchaser_id_idx ON gift_cards (purchaser_id);

-- The reminder job looks for cards that expire with money left on them.
CREATE INDEX gift_cards_expiring_idx ON gift_cards (expires_on) WHERE balance_cents > 0;

CREATE TRIGGER gift_cards_set_updated_at
    BEFORE UPDATE ON gift_cards
    FOR EACH ROW EXECUTE FUNCTION set_updated_at();

COMMENT ON TABLE gift_cards IS 'Prepaid balances; money we owe, so rows are kept after expiry';
