import groovy.json.JsonSlurper

def report = { new JsonSlurper().parse(new File(basedir, "$it/report.json")) }

assert report('deployed').verdict == 'PASSED'

// Not deployed yet is not drift.
def checked = report('checked')
assert checked.goal == 'drift-check'
assert checked.verdict == 'PASSED'
assert checked.exitCode == 0
assert checked.headline ==~ /no difference among \d+ objects of \d+ kinds/
assert checked.environment == 'production'
assert checked.migrations.pending == 1
assert checked.drift == [added: 0, missing: 0, changed: 0, ignored: 0]
assert checked.drifted == []
assert checked.unknown == []
assert checked.subject.contains('expected: 2 migrations + 0 repeatables as deployed on 2')
