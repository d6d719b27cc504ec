-- Takes back what was changed by hand in 'production'.
-- Server:    PostgreSQL 17.0
-- Written:   <time> by schema-gitops 1.2.3
-- Actual:    <fingerprint>
-- Expected:  <fingerprint>
-- To run it: mvn schema:reconcile -Dschema.environment=production -Dschema.reconcile.apply=true
--            which makes sure that the schema is still the actual one, under the deploy lock
-- Proof:     proven on throwaway databases: the whole script leads from the actual schema to the expected one

BEGIN;

-- index public.tmp_fix
DROP INDEX public.tmp_fix;

-- column public.orders.email
ALTER TABLE ONLY public.orders ALTER COLUMN email DROP DEFAULT;

-- table public.hotfix
-- FENCED (drop-table). To have it run: -Dschema.allow=drop-table
-- DROP TABLE public.hotfix;

-- index public.orders_email
CREATE INDEX orders_email ON public.orders USING btree (email);

COMMIT;
