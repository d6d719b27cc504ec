import groovy.json.JsonSlurper

def checked = new JsonSlurper().parse(new File(basedir, 'checked/report.json'))
assert checked.verdict == 'PASSED'
assert checked.exitCode == 0
assert checked.headline.endsWith(', 2 ignored')
assert checked.drift == [added: 0, missing: 0, changed: 0, ignored: 2]
assert checked.drifted == []
assert checked.findings == []

// Nothing is ignored without a word.
def ignored = checked.ignored.collectEntries { [it.name, [it.type, it.reason, it.expires]] }
assert ignored == [
    'public.audit_log': ['added', 'made by the audit tool', null],
    'public.tmp_by_title':
        ['added', "the database team's experiments, gone by February", '2999-01-31']
]
