import groovy.json.JsonSlurper

def report = { new JsonSlurper().parse(new File(basedir, "$it/report.json")) }

assert report('first').verdict == 'PASSED'

def refused = report('second')
assert refused.verdict == 'DRIFTED'
assert refused.exitCode == 3
assert refused.headline == 'the database has drifted (1 added); it was not touched'
assert refused.remedy ==
    'repair the drift first, or deploy anyway with -Dschema.deploy.onDrift=warn'
assert refused.drift == [added: 1, missing: 0, changed: 0, ignored: 0]
assert refused.drifted.size() == 1
assert refused.drifted[0].kind == 'index'
assert refused.drifted[0].name == 'public.book_title'
assert refused.drifted[0].after == 'CREATE INDEX book_title ON public.book USING btree (title)'
assert refused.migrations == [total: 3, new: 3, pending: 1, applied: 0]

// Anyway: applied, with the drift of before told but not held against the deploy.
def warned = report('third')
assert warned.verdict == 'WARNED'
assert warned.exitCode == 0
assert warned.headline == 'version 3, 1 migration applied'
assert warned.findings*.rule == ['drift-before-deploy']
assert warned.findings[0].message ==
    'the database was not what Git says before the deploy: 1 added'
assert warned.drift == [added: 1, missing: 0, changed: 0, ignored: 0]
assert context.database.texts('SELECT version FROM flyway_schema_history ORDER BY 1') == ['1', '2', '3']
