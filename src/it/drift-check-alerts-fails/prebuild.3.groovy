assert context.received.empty : 'a clean database is no news'
context.database.execute('CREATE TABLE hotfix (id bigint PRIMARY KEY)')

return true
