import groovy.json.JsonSlurper

def report = new JsonSlurper().parse(new File(basedir, 'target/schema-gitops/report.json'))

assert report.goal == 'drift-check'
assert report.verdict == 'FAILED'
assert report.exitCode == 4
assert report.environment == 'production'
assert report.headline == "environment 'production' has no history table " +
    "'flyway_schema_history': nothing says what it should be"
assert report.remedy == 'deploy to it first (schema:deploy), ' +
    'or set <table> and <schemas> to where the history is'

// It only reads.
assert context.database.texts("SELECT tablename FROM pg_tables WHERE schemaname = 'public'") == []
