import groovy.json.JsonSlurper

def report = new JsonSlurper().parse(new File(basedir, 'target/schema-gitops/report.json'))
def verdict = new JsonSlurper().parse(new File(basedir, 'target/schema-gitops/verdict.json'))

def said = report.findings.collect { [it.line, it.rule, it.severity] }
assert verdict.verdict == 'FAILED'
assert verdict.exitCode == 2
assert [2, 'drop-column', 'error'] in said
assert [4, 'mysql-display-width', 'warning'] in said
assert [5, 'mysql-float-type', 'error'] in said
// MySQL builds an index while writes go on: the rule is PostgreSQL's.
assert !said.any { it[1] == 'index-not-concurrent' }
assert report.unknown == []

return true
