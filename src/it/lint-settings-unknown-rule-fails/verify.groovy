import groovy.json.JsonSlurper

def report = new JsonSlurper().parse(new File(basedir, 'target/schema-gitops/report.json'))

assert report.verdict == 'ERROR'
assert report.exitCode == 2
assert report.headline == "schema-gitops.yaml:4: there is no lint rule 'drop-tabel'"
assert report.remedy == 'write drop-table'
assert report.findings == []

return true
