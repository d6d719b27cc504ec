import groovy.json.JsonSlurper

def verdict = new JsonSlurper().parse(new File(basedir, 'target/schema-gitops/verdict.json'))
def report = new JsonSlurper().parse(new File(basedir, 'target/schema-gitops/report.json'))

assert verdict.goal == 'stats'
assert verdict.verdict == 'ERROR'
assert verdict.exitCode == 2
assert verdict.headline == 'schema.stats.file is src/main/resources/db/migration/schema-stats.json, ' +
    'in the migration location src/main/resources/db/migration'
assert report.remedy == 'put it elsewhere, for instance schema-stats.json'
assert !new File(basedir, 'src/main/resources/db/migration/schema-stats.json').exists()
