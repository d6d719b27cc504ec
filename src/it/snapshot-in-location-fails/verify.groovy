import groovy.json.JsonSlurper

def verdict = new JsonSlurper().parse(new File(basedir, 'target/schema-gitops/verdict.json'))
def report = new JsonSlurper().parse(new File(basedir, 'target/schema-gitops/report.json'))

assert verdict.goal == 'snapshot'
assert verdict.verdict == 'ERROR'
assert verdict.exitCode == 2
assert verdict.headline == 'schema.snapshot.file is src/main/resources/db/migration/schema.txt, ' +
    'in the migration location src/main/resources/db/migration'
assert report.remedy == 'put it elsewhere, for instance src/main/db/schema.txt'
assert !new File(basedir, 'src/main/resources/db/migration/schema.txt').exists()
