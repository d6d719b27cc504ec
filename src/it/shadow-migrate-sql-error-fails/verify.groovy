import groovy.json.JsonSlurper

def report = new JsonSlurper().parse(new File(basedir, 'target/schema-gitops/report.json'))
def file = 'src/main/resources/db/migration/V3__broken.sql'

assert report.verdict == 'FAILED'
assert report.exitCode == 2
assert report.headline ==
    "$file:4: column \"star\" does not exist (1 new migration applied on top of 1)"

// The line in the file, not in the statement.
assert report.findings.size() == 1
def finding = report.findings[0]
assert finding.rule == 'migration-failed'
assert finding.severity == 'error'
assert finding.source == 'trace'
assert finding.file == file
assert finding.line == 4
assert finding.message == 'statement 2: column "star" does not exist (SQLSTATE 42703)'

// What ran before it is told, and what it left is not there.
assert report.runs.collect { [new File(it.file).name, it.succeeded] } ==
    [['V2__create_review.sql', true], ['V3__broken.sql', false]]
assert report.schemaDiff.collect { [it.type, it.kind, it.name] } ==
    [['added', 'table', 'public.review']]
