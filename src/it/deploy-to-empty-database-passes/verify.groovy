import groovy.json.JsonSlurper

def report = { new JsonSlurper().parse(new File(basedir, "$it/report.json")) }

def first = report('first')
assert first.goal == 'deploy'
assert first.verdict == 'PASSED'
assert first.exitCode == 0
assert first.headline == 'version 2, 2 migrations applied'
assert first.environment == 'production'
assert first.server ==~ /PostgreSQL 17\.\d+/
assert first.migrations == [total: 3, new: 3, pending: 3, applied: 3]
print first.steps
print first.headline

def second = report('second')
assert second.verdict == 'PASSED'
assert second.headline == 'nothing to apply: version 2'
assert second.migrations == [total: 3, new: 3, pending: 0, applied: 0]
print second.steps

// What the database says itself.
def database = context.database
assert database.texts('SELECT script FROM flyway_schema_history ORDER BY installed_rank') ==
    ['V1__create_book.sql', 'V2__create_author.sql', 'R__book_titles.sql']
print database.texts("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
