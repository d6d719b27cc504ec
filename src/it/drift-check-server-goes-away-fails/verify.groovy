import groovy.json.JsonSlurper

def parsed = { new JsonSlurper().parse(new File(basedir, it)) }

assert parsed('deployed/report.json').verdict == 'PASSED'

assert context.proxy.statements().size() == 12
def verdict = parsed('checked/verdict.json')
assert verdict.goal == 'drift-check'
assert verdict.verdict == 'ERROR'
assert verdict.exitCode == 6
assert verdict.environment == 'going'
assert verdict.headline.startsWith("environment 'going' failed while it was being read: ")

assert context.database.texts('SELECT count(*) FROM flyway_schema_history') == ['2']
