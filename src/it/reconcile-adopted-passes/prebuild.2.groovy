// One of each that can be taken back without losing a row: added, missing, changed.
context.database.execute('CREATE INDEX book_isbn ON book (isbn)')
context.database.execute('DROP INDEX author_name')
context.database.execute("ALTER TABLE book ALTER COLUMN isbn SET DEFAULT 'none'")

return true
