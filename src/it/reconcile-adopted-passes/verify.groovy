import groovy.json.JsonSlurper

def report = { new JsonSlurper().parse(new File(basedir, "$it/report.json")) }

def adopted = report('adopted')
assert adopted.verdict == 'WARNED'
assert adopted.exitCode == 0
assert adopted.headline == 'the drift is now the migration' +
    ' src/main/resources/db/migration/V3__adopt_drift_production.sql, proven on a throwaway database'
assert adopted.remedy.endsWith(
    'mvn schema:reconcile -Dschema.environment=production -Dschema.reconcile.adopted=3')
assert new File(basedir, 'src/main/resources/db/migration/V3__adopt_drift_production.sql').exists()

// Until it is recorded, the database is not what its history says.
assert report('between').verdict == 'DRIFTED'

def recorded = report('recorded')
assert recorded.verdict == 'PASSED'
assert recorded.exitCode == 0
assert recorded.headline == 'V3__adopt_drift_production.sql is recorded as applied:' +
    ' the database already was what it leads to'
assert recorded.migrations == [total: 3, new: 0, pending: 1, applied: 1]
assert context.database.texts('SELECT version FROM flyway_schema_history ORDER BY installed_rank') ==
    ['1', '2', '3']

def afterwards = report('afterwards')
assert afterwards.verdict == 'PASSED'
assert afterwards.headline.startsWith('nothing to reconcile')
