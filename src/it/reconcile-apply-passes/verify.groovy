import groovy.json.JsonSlurper

// The third run found nothing to reconcile, and left no script of the second.
def last = new JsonSlurper().parse(new File(basedir, 'applied/reconcile/report.json'))
assert last.verdict == 'PASSED'
assert last.exitCode == 0
assert last.headline.startsWith('nothing to reconcile: no difference among ')
assert last.drift == [added: 0, missing: 0, changed: 0, ignored: 0]
assert last.reconcile == null
assert !new File(basedir, 'applied/revert.sql').exists()
assert new File(basedir, 'applied/adopt').list() as List == []

assert context.database.texts("SELECT to_regclass('book_isbn')::text") == [null]
assert context.database.texts("SELECT to_regclass('author_name')::text") == ['author_name']
assert context.database.texts(
    'SELECT applied_scripts FROM schema_gitops_run ORDER BY started_at') ==
    ['V1__create_book.sql\nV2__create_author.sql', 'revert.sql']
