import groovy.json.JsonSlurper

def verdict = new JsonSlurper().parse(new File(basedir, 'target/schema-gitops/stats/verdict.json'))
def report = new JsonSlurper().parse(new File(basedir, 'target/schema-gitops/stats/report.json'))

assert verdict.verdict == 'UNKNOWN'
assert verdict.exitCode == 9
assert verdict.headline ==
    'src/sizes.json written: 2 tables, 1 without an estimate'
assert verdict.unknown ==
    ['the server has no estimate of the rows of table public.book, which nobody has analysed']
assert report.remedy.startsWith('have the server analyse what has no estimate (ANALYZE)')

def stats = new JsonSlurper().parse(new File(basedir, 'src/sizes.json'))
assert stats.tables*.name == ['public.author', 'public.book']
assert stats.tables*.rows == [0, null]
