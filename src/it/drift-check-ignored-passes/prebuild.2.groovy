// All of it is covered by a rule: the index by its name, the table with what belongs to it.
context.database.execute('CREATE INDEX tmp_by_title ON book (title)')
context.database.execute('CREATE TABLE audit_log (id bigint PRIMARY KEY, what text)')

return true
