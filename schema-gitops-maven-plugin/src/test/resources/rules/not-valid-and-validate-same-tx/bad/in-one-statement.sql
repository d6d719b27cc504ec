-- file: V2__constraint.sql
ALTER TABLE orders
  ADD CONSTRAINT positive CHECK (pieces > 0) NOT VALID,
  VALIDATE CONSTRAINT positive; -- expect: not-valid-and-validate-same-tx
-- file: V2__constraint.sql.conf
executeInTransaction=false
