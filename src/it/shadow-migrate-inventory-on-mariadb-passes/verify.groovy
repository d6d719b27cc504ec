import groovy.json.JsonSlurper

def report = new JsonSlurper().parse(new File(basedir, 'target/schema-gitops/report.json'))

assert report.verdict == 'PASSED'
assert report.exitCode == 0
assert report.server.startsWith('MariaDB ')
assert report.subject.contains('base from cache (18 migrations, ')
assert report.unknown == []
assert report.runs.size() == 1

// How the server alters the tables, tried on empty copies.
def (added, widened) = report.runs[0].statements
assert added.effects.find { it.object == 'shadow.stock' }.lock == 'INSTANT'
assert added.effects.every { it.work == [] }
assert widened.effects.find { it.object == 'shadow.products' }.lock.startsWith('COPY, LOCK=')
assert widened.effects.find { it.object == 'shadow.products' }.work == ['rewrite']
// The copy is allowed by a comment.
assert report.findings == []

// The seed data was there: rows of every kind were kept.
assert report.rows.find { it.table == 'stock' } == [table: 'stock', before: 2, after: 2]
assert report.schemaDiff.collect { [it.type, it.kind, it.name] } == [
    ['changed', 'column', 'products.price'],
    ['added', 'column', 'stock.reserved'],
]
