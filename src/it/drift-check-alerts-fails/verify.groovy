import groovy.json.JsonSlurper

context.receiver.stop(0)
def report = { new JsonSlurper().parse(new File(basedir, "$it/report.json")) }

assert report('clean').verdict == 'PASSED'
['first', 'second'].each {
    assert report(it).verdict == 'DRIFTED'
    assert report(it).exitCode == 3
    assert report(it).findings == []
}

// One drift is told once, however often it is found.
assert context.received.size() == 1
def alert = new JsonSlurper().parseText(context.received[0])
assert alert.event == 'opened'
assert alert.project == 'drift-check-alerts-fails'
assert alert.environment == 'production'
assert alert.verdict == 'DRIFTED'
assert alert.changes.collect { [it.type, it.kind, it.name] } == [['added', 'table', 'public.hotfix']]
assert alert.commit ==~ /[0-9a-f]{40}/
assert report('first').notes.contains('alert sent to the generic webhook')
assert !report('second').notes.any { it.startsWith('alert') }

// The address is a secret, and no report has it.
['first', 'second'].each { directory ->
    new File(basedir, directory).eachFileRecurse {
        assert it.directory || !it.text.contains('s3cr3t')
    }
}

def metrics = new File(basedir, 'metrics/shop.prom').text
assert metrics.contains(
    'schema_gitops_drift{project="drift-check-alerts-fails",environment="production"} 1\n')
