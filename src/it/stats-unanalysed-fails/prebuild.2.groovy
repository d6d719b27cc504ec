// Nobody comes to analyse it.
context.database.execute('ALTER TABLE book SET (autovacuum_enabled = false)')
context.database.execute(
    "INSERT INTO book SELECT g, 'The ' || g, NULL FROM generate_series(1, 30000) g")

return true
