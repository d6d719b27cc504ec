ALTER TABLE IF EXISTS legacy ADD COLUMN IF NOT EXISTS a uuid DEFAULT gen_random_uuid(); -- expect: add-column-volatile-default
