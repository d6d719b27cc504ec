import groovy.json.JsonSlurper

def report = { new JsonSlurper().parse(new File(basedir, "$it/report.json")) }

// What loses nothing, or was allowed, was applied; the rest waits for a permission.
def fenced = report('fenced')
assert fenced.verdict == 'DRIFTED'
assert fenced.exitCode == 3
assert fenced.headline == '1 statement applied; left: 1 added'
assert fenced.remedy ==
    'allow what may be lost: mvn schema:reconcile -Dschema.environment=production' +
    ' -Dschema.reconcile.apply=true -Dschema.allow=block-writes,drop-table'
assert fenced.findings*.rule == ['drift-found', 'repair-fenced']
assert fenced.findings[1].object == 'table public.hotfix'

def part = fenced.reconcile
assert part.proven
assert part.remains == ['table public.hotfix']
def of = { object -> part.statements.find { it.object == object } }
assert of('index public.author_name').applied
assert of('index public.author_name').hazards == ['block-writes']
assert of('table public.hotfix').fenced
assert of('table public.hotfix').hazards == ['drop-table']
assert !of('table public.hotfix').applied

// In the script, it is a comment.
def script = new File(basedir, 'fenced/revert.sql').readLines()
assert script.contains('-- FENCED (drop-table). To have it run: -Dschema.allow=drop-table')
assert !script.any { it.startsWith('DROP TABLE') }

// A permission that is misspelt is none, and is not passed over.
def misspelt = report('misspelt')
assert misspelt.exitCode == 2
assert misspelt.headline == "schema.allow names 'drop-tables', which is no hazard"
assert misspelt.remedy.startsWith('did you mean drop-table?')

assert context.database.texts('SELECT id FROM hotfix') == ['1']
assert context.database.texts("SELECT to_regclass('author_name')::text") == ['author_name']
