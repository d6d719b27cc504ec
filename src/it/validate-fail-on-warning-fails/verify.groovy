import groovy.json.JsonSlurper

def report = new JsonSlurper().parse(new File(basedir, 'on-warning/report.json'))
assert report.verdict == 'FAILED'
assert report.exitCode == 2
assert report.findings.size() == 1
def finding = report.findings[0]
assert finding.rule == 'script-config'
assert finding.severity == 'warning'
assert finding.file == 'src/main/resources/db/migration/V2__gone.sql.conf'
assert finding.message == 'the script configuration belongs to no migration: ' +
    'src/main/resources/db/migration/V2__gone.sql does not exist'
assert finding.help == 'name it exactly like the migration, with .conf behind'

// By default the same is worth a mention only.
report = new JsonSlurper().parse(new File(basedir, 'on-error/report.json'))
assert report.verdict == 'WARNED'
assert report.exitCode == 0
assert report.counts == [error: 0, warning: 1, info: 0]

report = new JsonSlurper().parse(new File(basedir, 'on-nonsense/report.json'))
assert report.verdict == 'ERROR'
assert report.exitCode == 2
assert report.headline == "schema.failOn is 'sometimes'"
assert report.remedy == 'use one of: warning, error, never'
