DO $$
BEGIN
  ALTER TABLE orders ADD CONSTRAINT positive CHECK (pieces > 0); -- expect: check-not-valid-missing
END $$;
