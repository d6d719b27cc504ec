import groovy.json.JsonSlurper

def report = new JsonSlurper().parse(new File(basedir, 'target/schema-gitops/report.json'))

assert report.verdict == 'PASSED'
assert report.exitCode == 0
assert report.findings == []
assert report.subject.contains('base from cache (1 migration, ')

def (version, repeatable) = report.runs
assert version.undo == 'ok'
assert version.losesData == ['column public.shop.city (dropped by the undo)']
assert repeatable.secondRun == 'unchanged'

// What the statement locked, measured on the server.
def effect = version.statements[0].effects[0]
assert effect.object == 'public.shop'
assert effect.lock == 'ACCESS EXCLUSIVE'
assert effect.blocks == 'everything'
assert effect.work == []

// The seed data was there before the change.
assert report.rows == [[table: 'public.shop', before: 2, after: 2]]
