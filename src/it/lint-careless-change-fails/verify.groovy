import groovy.json.JsonSlurper

def report = new JsonSlurper().parse(new File(basedir, 'target/schema-gitops/report.json'))
def path = 'src/main/resources/db/migration'

assert report.verdict == 'FAILED'
assert report.exitCode == 2
// V2 is just as careless, but it is on main already.
assert report.headline == '7 errors, 0 warnings in 2 migrations (2 older ones read for context)'
assert report.findings.every { it.source == 'static' }
assert report.findings.findAll { it.severity != 'error' }*.rule == ['multiple-alter-table']

def said = report.findings.collect { [it.file - "$path/", it.line, it.column, it.rule, it.object] }
assert said == [
    ['V3__careless.sql', 1, 1, 'index-not-concurrent', 'purchase'],
    ['V3__careless.sql', 4, 3, 'fk-not-valid-missing', 'purchase'],
    ['V3__careless.sql', 6, 1, 'multiple-alter-table', 'purchase'],
    ['V3__careless.sql', 6, 22, 'set-not-null', 'purchase'],
    ['V3__careless.sql', 7, 22, 'alter-column-type', 'purchase'],
    ['V3__careless.sql', 8, 22, 'rename-column', 'purchase'],
    ['V4__destructive.sql', 1, 22, 'drop-column', 'customer'],
    ['V4__destructive.sql', 2, 1, 'drop-table', 'purchase']
]

// What is blocked, and what to write instead, with the names of this very migration.
def index = report.findings[0]
assert index.message == 'CREATE INDEX blocks every write to purchase while it builds'
assert index.help == 'write CREATE INDEX CONCURRENTLY purchase_customer ON purchase …, alone in its file, ' +
    'with executeInTransaction=false in V3__careless.sql.conf'
assert report.findings.every { it.message && it.help }
