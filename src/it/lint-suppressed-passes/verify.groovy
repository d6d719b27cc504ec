import groovy.json.JsonSlurper

def report = new JsonSlurper().parse(new File(basedir, 'target/schema-gitops/report.json'))

assert report.verdict == 'PASSED'
assert report.exitCode == 0
assert report.findings == []
assert report.headline == '0 errors, 0 warnings in 1 migration ' +
    '(1 older one read for context; 1 finding allowed by comments)'
