import groovy.json.JsonSlurper

def remedy = 'fetch the whole history: git fetch --unshallow origin, ' +
    'or fetch-depth: 0 (GitHub), GIT_DEPTH: 0 (GitLab)'

// Only the newest commit of the change is there.
def report = new JsonSlurper().parse(new File(basedir, 'without-base/report.json'))
assert report.verdict == 'ERROR'
assert report.exitCode == 2
assert report.headline ==
    "the Git base 'main' (schema.gitBase) does not exist in this clone, which is shallow"
assert report.remedy == remedy

// So is the newest of main, but not the commit where the change left it.
report = new JsonSlurper().parse(new File(basedir, 'without-merge-base/report.json'))
assert report.verdict == 'ERROR'
assert report.exitCode == 2
assert report.headline ==
    "this clone is shallow: the commit where the change left 'origin/main' is missing"
assert report.remedy == remedy

// The advice helps.
report = new JsonSlurper().parse(new File(basedir, 'whole/report.json'))
assert report.verdict == 'PASSED'
assert report.migrations.new == 1
