CREATE TABLE price (amount bigint NOT NULL, currency text NOT NULL DEFAULT '${currency}');
