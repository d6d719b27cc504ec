import groovy.json.JsonSlurper

def report = new JsonSlurper().parse(new File(basedir, 'target/schema-gitops/report.json'))

assert report.verdict == 'FAILED'
assert report.exitCode == 2
assert report.findings*.rule == ['time-limit']
def finding = report.findings[0]
assert finding.file == 'src/main/resources/db/migration/V2__endless.sql'
assert finding.message.contains('20 s')
