context.database.execute('CREATE TABLE hotfix (id bigint PRIMARY KEY)')
context.database.execute('INSERT INTO hotfix VALUES (1)')
context.database.execute('DROP INDEX author_name')

return true
