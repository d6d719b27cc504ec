// As many rows as a small table has, a large one, and a table that is nobody's migration's.
context.database.execute(
    "INSERT INTO book SELECT g, 'The ' || g, NULL FROM generate_series(1, 123456) g")
context.database.execute("INSERT INTO author SELECT g, 'A ' || g FROM generate_series(1, 1234) g")
context.database.execute('ANALYZE book')
context.database.execute('ANALYZE author')
context.database.execute('CREATE SCHEMA other')
context.database.execute('CREATE TABLE other.secret (id bigint PRIMARY KEY)')

return true
