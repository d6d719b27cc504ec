import groovy.json.JsonSlurper

def report = new JsonSlurper().parse(new File(basedir, 'target/schema-gitops/report.json'))

assert report.goal == 'shadow-migrate'
assert report.verdict == 'PASSED'
assert report.exitCode == 0
assert report.headline == '2 new migrations applied on top of 1'
assert report.server ==~ /PostgreSQL 17\.\d+/
assert report.unknown == []
assert report.migrations == [total: 3, new: 2, pending: 0, applied: 2]

// Each new migration was run, and what it changed is told apart from what the others did.
def path = 'src/main/resources/db/migration'
assert report.runs*.file == ["$path/V2__create_review.sql", "$path/V3__widen_note.sql"]
assert report.runs.every { it.succeeded && it.millis >= 0 }
def changes = { it.collect { [it.type, it.kind, it.name] } }
assert changes(report.runs[0].changes) == [['added', 'table', 'public.review']]
assert changes(report.runs[1].changes) == [['changed', 'column', 'public.purchase.note']]
assert changes(report.schemaDiff) ==
    [['added', 'table', 'public.review'], ['changed', 'column', 'public.purchase.note']]
def note = report.schemaDiff[1]
assert note.before == 'character varying(100)'
assert note.after == 'character varying(500)'
