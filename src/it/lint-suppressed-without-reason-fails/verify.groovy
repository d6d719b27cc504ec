import groovy.json.JsonSlurper

def report = new JsonSlurper().parse(new File(basedir, 'target/schema-gitops/report.json'))
def file = 'src/main/resources/db/migration/V2__index_customer_email.sql'

assert report.verdict == 'FAILED'
assert report.exitCode == 2
assert report.findings.every { it.file == file && it.severity == 'error' }

// Without a reason the comment is wrong and the finding stays.
def said = report.findings.collect { [it.line, it.rule, it.message, it.help] }
assert said.size() == 4
assert said[0] == [
    1, 'suppression', 'the comment gives no reason, so index-not-concurrent stays in force',
    'write why it is safe here: -- schema:ignore index-not-concurrent <reason>'
]
assert said[1][0..1] == [2, 'index-not-concurrent']
// A rule that is spelled wrong allows nothing either.
assert said[2] == [
    4, 'suppression', "there is no rule 'index-not-concurent'", 'write index-not-concurrent'
]
assert said[3][0..1] == [5, 'index-not-concurrent']
