import groovy.json.JsonSlurper

def report = new JsonSlurper().parse(new File(basedir, 'target/schema-gitops/report.json'))

assert report.verdict == 'FAILED'
assert report.exitCode == 4
assert report.headline ==
    'the database is not empty (1 added) but has no history table; it was not touched'
assert report.remedy ==
    'deploy to an empty database, or record what is there with flyway baseline first'
assert report.drift == [added: 1, missing: 0, changed: 0, ignored: 0]
assert report.drifted.collect { [it.type, it.kind, it.name] } ==
    [['added', 'table', 'public.legacy']]
assert report.migrations.applied == 0

assert context.database.texts("SELECT tablename FROM pg_tables WHERE schemaname = 'public'") == ['legacy']
