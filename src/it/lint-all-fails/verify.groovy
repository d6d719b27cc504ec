import groovy.json.JsonSlurper

def report = new JsonSlurper().parse(new File(basedir, 'target/schema-gitops/report.json'))

// What is on the base branch is judged, too.
assert report.verdict == 'FAILED'
assert report.exitCode == 2
assert report.findings.collect { [it.file.split('/').last(), it.line, it.rule, it.severity] } == [
    ['V1__create_shop.sql', 3, 'prefer-text', 'error'],
    ['V2__add_rating.sql', 1, 'naming', 'warning'],
]
assert report.headline == '1 error, 1 warning in 2 migrations'

return true
