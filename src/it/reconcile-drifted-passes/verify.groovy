import groovy.json.JsonSlurper

def report = { new JsonSlurper().parse(new File(basedir, "$it/report.json")) }

assert report('deployed').verdict == 'PASSED'

def reconciled = report('reconciled')
assert reconciled.goal == 'reconcile'
assert reconciled.verdict == 'WARNED'
assert reconciled.exitCode == 0
assert reconciled.headline ==
    '1 changed, 1 added, 1 missing; revert and adopt scripts are proven on throwaway databases'
assert reconciled.findings*.rule == ['drift-found']
assert reconciled.drift == [added: 1, missing: 1, changed: 1, ignored: 0]

def part = reconciled.reconcile
assert part.proven
assert part.unproven == []
assert part.remains == []
assert part.adopt == [file: 'V3__adopt_drift_production.sql', proven: true, reason: '']
assert part.files == ['reconciled/revert.sql', 'reconciled/adopt/V3__adopt_drift_production.sql']
assert part.statements*.status.unique() == ['runs']
assert !part.statements*.applied.any()
assert part.statements*.object as Set ==
    ['index public.book_isbn', 'index public.author_name', 'column public.book.isbn'] as Set

// The database is as it was.
assert context.database.texts("SELECT to_regclass('book_isbn')::text") == ['book_isbn']

// The script does what it says, run by hand.
context.database.execute(new File(basedir, 'reconciled/revert.sql').text)
assert context.database.texts("SELECT to_regclass('book_isbn')::text") == [null]
assert context.database.texts("SELECT to_regclass('author_name')::text") == ['author_name']
