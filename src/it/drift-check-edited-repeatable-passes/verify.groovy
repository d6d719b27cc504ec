import groovy.json.JsonSlurper

def report = { new JsonSlurper().parse(new File(basedir, "$it/report.json")) }

assert report('deployed').verdict == 'PASSED'

// Expected is the view as it was applied, not as the file has it now.
def checked = report('checked')
assert checked.verdict == 'PASSED'
assert checked.exitCode == 0
assert checked.headline ==~ /no difference among \d+ objects of \d+ kinds/
assert checked.migrations.pending == 1
assert checked.drifted == []
assert checked.findings == []
assert checked.unknown == []
assert checked.subject.contains('expected: 1 migration + 1 repeatable as deployed on 2')
