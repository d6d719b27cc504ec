import groovy.io.FileType
import groovy.json.JsonSlurper

def report = new JsonSlurper().parse(new File(basedir, 'target/schema-gitops/report.json'))
assert report.verdict == 'ERROR'
assert report.exitCode == 2
assert report.headline == "environment 'production': the URL contains credentials: " +
    'jdbc:postgresql://db.example.com:5432/shop?user=app&password=***'
assert report.remedy == 'remove them from the URL and give SCHEMA_PRODUCTION_USER and ' +
    'SCHEMA_PRODUCTION_PASSWORD as environment variables, or <serverId> of a <server> in settings.xml'

// The secret is nowhere, whatever the format.
def written = [new File(basedir, 'build.log')]
new File(basedir, 'target').eachFileRecurse(FileType.FILES) { written << it }
assert written*.name.containsAll(['build.log', 'report.json', 'verdict.json'])
assert written.findAll { it.text.contains('open-sesame') } == []
