import groovy.json.JsonSlurper

def report = { new JsonSlurper().parse(new File(basedir, "$it/report.json")) }

assert report('first').verdict == 'PASSED'
assert report('late').verdict == 'PASSED'
assert report('late').migrations.applied == 1

// In the order of the versions V3 would rename what V2 makes.
assert context.database.texts('SELECT version FROM flyway_schema_history ORDER BY installed_rank') ==
    ['1', '3', '2']
def checked = report('checked')
assert checked.verdict == 'PASSED'
assert checked.exitCode == 0
assert checked.headline ==~ /no difference among \d+ objects of \d+ kinds/
assert checked.drift == [added: 0, missing: 0, changed: 0, ignored: 0]
assert checked.findings == []
assert checked.unknown == []
assert context.database.texts("SELECT to_regclass('shelf')") == ['shelf']
