import groovy.json.JsonSlurper

def report = new JsonSlurper().parse(new File(basedir, 'target/schema-gitops/report.json'))

assert report.verdict == 'ERROR'
assert report.exitCode == 6
assert report.headline == 'no container engine answers, so PostgreSQL cannot run in a container'
assert report.remedy == 'start Docker, or use -Dschema.shadow.provider=embedded'
// Found out at once, not after a library has tried everything.
assert report.durationMillis < 10_000
