import groovy.json.JsonSlurper

def report = { new JsonSlurper().parse(new File(basedir, "$it/report.json")) }

assert report('first').verdict == 'PASSED'

// The throwaway database has no rows, so only the real one can refuse them.
def failed = report('second')
assert failed.verdict == 'FAILED'
assert failed.exitCode == 7
def file = 'src/main/resources/db/migration/V2__require_isbn.sql'
assert failed.headline ==
    "rolled back: $file:3: column \"isbn\" of relation \"book\" contains null values"
assert failed.remedy == 'correct the migration and deploy again'
assert failed.migrations == [total: 2, new: 2, pending: 1, applied: 0]

assert failed.findings.size() == 1
def finding = failed.findings[0]
assert finding.rule == 'migration-failed'
assert finding.file == file
assert finding.line == 3
assert finding.source == 'trace'
assert finding.message ==
    'statement 2: column "isbn" of relation "book" contains null values (SQLSTATE 23502)'

// It says that nothing remains, and nothing does; the failure itself is on record.
assert failed.steps.find { it.label == 'now' }.text == 'version 1, exactly as Git says (verified)'
def database = context.database
assert database.texts("SELECT column_name FROM information_schema.columns WHERE table_name = 'book'")
    .sort() == ['id', 'isbn', 'title']
assert database.texts('SELECT script FROM flyway_schema_history ORDER BY 1') == ['V1__create_book.sql']
assert database.texts('SELECT outcome FROM schema_gitops_run ORDER BY started_at') == ['succeeded', 'failed']
