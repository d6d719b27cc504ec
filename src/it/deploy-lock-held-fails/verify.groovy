import groovy.json.JsonSlurper

context.lock.close()

def report = new JsonSlurper().parse(new File(basedir, 'target/schema-gitops/report.json'))

assert report.verdict == 'ERROR'
assert report.exitCode == 5
assert report.environment == 'production'
assert report.durationMillis >= 1000
// It names the other one, so that somebody can be asked.
assert report.headline ==~ /the deploy lock was not free within 1 s: held by schema-deploy\/another / +
    /from 127\.0\.0\.1 \(pid \d+, user shadow_owner, connected since .* UTC\)/
assert report.remedy == 'wait for that deploy to end, or raise schema.deploy.lockTimeout; ' +
    'the lock ends with its session'
assert context.database.texts("SELECT tablename FROM pg_tables WHERE schemaname = 'public'") == []
