import groovy.json.JsonSlurper

def report = { new JsonSlurper().parse(new File(basedir, "$it/report.json")) }

assert report('first').verdict == 'PASSED'

// Plain Flyway would skip it and say that all is well.
def second = report('second')
assert second.verdict == 'FAILED'
assert second.exitCode == 4
assert second.headline == '1 error, 0 warnings; the database was not touched'
assert second.remedy == 'make the files and the history agree first'
assert second.findings.size() == 1
def finding = second.findings[0]
assert finding.rule == 'version-below-applied'
assert finding.file == 'src/main/resources/db/migration/V2__create_shelf.sql'
assert finding.message == 'version 2 is pending, but the database is at 3 already'
assert finding.help == 'rename it to a version above 3, or set <outOfOrder>'

assert context.database.texts('SELECT version FROM flyway_schema_history ORDER BY 1') == ['1', '3']
