import groovy.json.JsonSlurper

def report = new JsonSlurper().parse(new File(basedir, 'target/schema-gitops/report.json'))

assert report.goal == 'validate'
assert report.verdict == 'PASSED'
assert report.exitCode == 0
assert report.headline == '0 errors, 0 warnings in 3 migrations'
assert report.findings == []
// Green, but it says what nobody looked at.
assert report.coverage.notCompared == [
    'edited, renamed, deleted and out-of-order migrations (there is no base branch: ' +
        'neither schema.gitBase is set nor does origin/HEAD exist)'
]

// Scripts find the verdict in two places: the goal's own, and that of the latest goal.
def verdict = new JsonSlurper().parse(new File(basedir, 'target/schema-gitops/verdict.json'))
assert verdict == new JsonSlurper().parse(new File(basedir, 'target/schema-gitops/validate/verdict.json'))
assert verdict.verdict == 'PASSED'
assert verdict.migrations == [total: 3, new: 3, pending: 0, applied: 0]
assert verdict.reports.every { format, path -> new File(basedir, path).file }

return true
