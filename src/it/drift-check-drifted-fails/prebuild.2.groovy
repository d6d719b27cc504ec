// One of each: added, missing, changed.
context.database.execute('CREATE TABLE hotfix (id bigint PRIMARY KEY)')
context.database.execute('DROP INDEX author_name')
context.database.execute('ALTER TABLE book ALTER COLUMN isbn TYPE varchar(13)')

return true
