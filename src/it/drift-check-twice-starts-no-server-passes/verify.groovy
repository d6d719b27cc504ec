import groovy.json.JsonSlurper

def report = { new JsonSlurper().parse(new File(basedir, "$it/report.json")) }

assert report('deployed').verdict == 'PASSED'

def origin = { it.steps.find { step -> step.label == 'expected state' }.text }
def first = report('first')
assert first.verdict == 'PASSED'
assert !origin(first).contains('no server was started')

def second = report('second')
assert second.verdict == 'PASSED'
assert second.exitCode == 0
assert origin(second).startsWith('from cache (2 migrations, no server was started), of 2')
assert origin(second).contains('PostgreSQL 17')
assert second.coverage.compared == first.coverage.compared
assert second.drifted == []

// What a started server would have left.
def cached = []
new File(basedir, 'cache').eachFileRecurse { if (it.name == 'seal') cached << it.parentFile.name }
assert cached.size() == 3 // The empty state that the deployment began with, the state itself, and the snapshot of it.
