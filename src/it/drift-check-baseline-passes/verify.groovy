import groovy.json.JsonSlurper

def report = { new JsonSlurper().parse(new File(basedir, "$it/report.json")) }

// 10 is above 5, and not below as a text would be: it is pending, and the others are expected.
def before = report('before')
assert before.verdict == 'PASSED'
assert before.exitCode == 0
assert before.headline ==~ /no difference among \d+ objects of \d+ kinds/
assert before.migrations.pending == 1
assert before.unknown == []
assert before.drifted == []

assert report('deployed').verdict == 'PASSED'
assert report('deployed').migrations.applied == 1
assert context.database.texts("SELECT to_regclass('shelf')") == ['shelf']

def after = report('after')
assert after.verdict == 'PASSED'
assert after.exitCode == 0
assert after.migrations.pending == 0
assert after.unknown == []
assert after.drifted == []
