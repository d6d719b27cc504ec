import groovy.json.JsonSlurper

def verdict = new JsonSlurper().parse(new File(basedir, 'target/schema-gitops/stats/verdict.json'))
def report = new JsonSlurper().parse(new File(basedir, 'target/schema-gitops/stats/report.json'))

assert verdict.goal == 'stats'
assert verdict.verdict == 'PASSED'
assert verdict.exitCode == 0
assert verdict.environment == 'production'
assert verdict.headline ==
    'schema-stats.json written: 2 tables, the largest public.book with about 120,000 rows'
assert report.coverage.notCompared == ['schema other (no migration keeps a table there)']

def file = new File(basedir, 'schema-stats.json')
def stats = new JsonSlurper().parse(file)
assert stats.keySet() as List == ['schemaVersion', 'environment', 'server', 'readAt', 'tables']
assert stats.schemaVersion == 1
assert stats.environment == 'production'
assert stats.server == verdict.server
assert stats.readAt ==~ /\d{4}-\d\d-\d\d/
assert stats.tables*.name == ['public.author', 'public.book']
assert stats.tables*.rows == [1200, 120000]
assert stats.tables.every { it.bytes > 0 }

// Numbers about the data, none of the data, and no login.
assert !file.text.contains(new File(basedir, 'database.password').text)
