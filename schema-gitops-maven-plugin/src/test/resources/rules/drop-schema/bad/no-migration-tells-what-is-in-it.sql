DROP SCHEMA IF EXISTS crm CASCADE; -- expect: drop-schema
