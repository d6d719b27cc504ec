CREATE INDEX IF NOT EXISTS "Legacy_idx" ON "Legacy" USING gin (tags); -- expect: index-not-concurrent
