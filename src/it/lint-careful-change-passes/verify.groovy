import groovy.json.JsonSlurper

def report = new JsonSlurper().parse(new File(basedir, 'target/schema-gitops/report.json'))

assert report.goal == 'lint'
assert report.verdict == 'PASSED'
assert report.exitCode == 0
assert report.findings == []
// Every statement was understood, and the old file was read but not judged.
assert report.unknown == []
assert report.coverage.notCompared == []
assert report.migrations == [total: 4, new: 3, pending: 0, applied: 0]
assert report.headline ==
    '0 errors, 0 warnings in 3 migrations (1 older one read for context)'
