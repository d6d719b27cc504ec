import groovy.json.JsonSlurper

def report = new JsonSlurper().parse(new File(basedir, 'target/schema-gitops/report.json'))

assert report.verdict == 'FAILED'
assert report.exitCode == 2
assert report.findings*.rule == ['repeatable-not-idempotent']
assert report.findings[0].message == 'the second run fails: relation "shop_names" already exists'
assert report.findings[0].line == 1
assert report.runs[0].succeeded
assert report.runs[0].secondRun == 'failed'
