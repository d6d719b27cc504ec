import groovy.json.JsonSlurper

def report = { new JsonSlurper().parse(new File(basedir, "$it/report.json")) }

assert report('deployed').verdict == 'PASSED'

def checked = report('checked')
assert checked.goal == 'drift-check'
assert checked.verdict == 'DRIFTED'
assert checked.exitCode == 3
assert checked.headline == '1 changed, 1 added, 1 missing'
assert checked.remedy == 'mvn schema:reconcile writes and proves both: a script back to what Git says, and the drift as a migration'
assert checked.drift == [added: 1, missing: 1, changed: 1, ignored: 0]

// Before is what Git says, after is what is there.
def by = { name -> checked.drifted.find { it.name == name } }
assert checked.drifted.size() == 3
assert by('public.hotfix').kind == 'table'
assert by('public.hotfix').before == null
assert by('public.author_name').kind == 'index'
assert by('public.author_name').before ==
    'CREATE INDEX author_name ON public.author USING btree (name)'
assert by('public.author_name').after == null
assert by('public.book.isbn').kind == 'column'
assert by('public.book.isbn').before == 'text'
assert by('public.book.isbn').after == 'character varying(13)'
