import groovy.json.JsonSlurper

// Asked for by name.
def report = new JsonSlurper().parse(new File(basedir, 'asked/report.json'))
assert report.verdict == 'PASSED'
assert report.exitCode == 0
assert report.subject ==~ /Flyway · 1 new of 2 migrations since main \([0-9a-f]{7}\)/
assert report.migrations == [total: 2, new: 1, pending: 0, applied: 0]
assert report.findings == []
assert report.coverage.notCompared == []

// Told by the CI server of a pull request.
report = new JsonSlurper().parse(new File(basedir, 'told/report.json'))
assert report.verdict == 'PASSED'
assert report.subject.contains('since main')
assert report.migrations.new == 1
