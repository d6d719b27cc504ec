import groovy.json.JsonSlurper

def report = new JsonSlurper().parse(new File(basedir, 'target/schema-gitops/report.json'))

assert report.goal == 'shadow-migrate'
assert report.verdict == 'FAILED'
assert report.exitCode == 2
def stale = report.findings.find { it.rule == 'snapshot-stale' }
assert stale.severity == 'error'
assert stale.file == 'src/main/db/schema.txt'
assert stale.message == 'the snapshot is stale: 1 object is not as the migrations lead to'
assert stale.help == 'run mvn schema:snapshot and commit src/main/db/schema.txt\n' +
    '+ column stars of table public.book'

// The migration itself did run.
assert report.migrations == [total: 3, new: 1, pending: 0, applied: 1]
