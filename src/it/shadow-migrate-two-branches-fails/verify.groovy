import groovy.json.JsonSlurper

def report = new JsonSlurper().parse(new File(basedir, 'target/schema-gitops/report.json'))

// Each branch runs alone; together they do not.
assert report.verdict == 'FAILED'
assert report.exitCode == 2
assert report.runs.every { it.succeeded }
assert report.findings*.rule == ['merge-fails']
def finding = report.findings[0]
assert finding.file == 'src/main/resources/db/migration/V3__names.sql'
assert finding.message.startsWith('together with other, the migration of this change fails: ')
assert finding.message.contains('"name" does not exist')
