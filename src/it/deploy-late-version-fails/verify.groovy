import groovy.json.JsonSlurper

def report = { new JsonSlurper().parse(new File(basedir, "$it/report.json")) }

assert report('first').verdict == 'PASSED'

print report('second')
assert context.database.texts('SELECT version FROM flyway_schema_history ORDER BY 1') == ['1', '3']
