import groovy.json.JsonSlurper

def report = new JsonSlurper().parse(new File(basedir, 'target/schema-gitops/report.json'))
def verdict = new JsonSlurper().parse(new File(basedir, 'target/schema-gitops/verdict.json'))

// The POM wins over the file, the command line over both.
assert report.findings.collect { [it.line, it.rule, it.severity] } == [
    [1, 'index-not-concurrent', 'info'],
    [2, 'naming', 'warning'],
    [4, 'ban-char', 'info'],
    [7, 'drop-column', 'warning'],
]
// The file knows how small the table is.
assert report.findings[0].message.endsWith('(about 5,000 rows)')
assert report.findings[1].message == "the table 'review' is not named as this project names them"
assert verdict.verdict == 'WARNED'
assert verdict.exitCode == 1 || verdict.exitCode == 0

return true
