import groovy.json.JsonSlurper

def report = { new JsonSlurper().parse(new File(basedir, "$it/report.json")) }

def first = report('first')
assert first.goal == 'deploy'
assert first.verdict == 'PASSED'
assert first.exitCode == 0
assert first.headline == 'version 2, 3 migrations applied'
assert first.environment == 'production'
assert first.server ==~ /PostgreSQL 17\.\d+/
assert first.migrations == [total: 3, new: 3, pending: 3, applied: 3]
assert first.steps*.label == ['lock', 'drift', 'V1', 'V2', 'R book titles', 'record', 'verified']
def step = { label -> first.steps.find { it.label == label }.text }
assert step('lock') == 'acquired'
assert step('drift') == 'none'
assert step('verified') ==~ /live schema equals the tested one \(fingerprint [0-9a-f]{8}…\)/

def second = report('second')
assert second.verdict == 'PASSED'
assert second.headline == 'nothing to apply: version 2'
assert second.migrations == [total: 3, new: 3, pending: 0, applied: 0]
assert second.steps*.label == ['lock', 'drift', 'verified']

// What the database says itself.
def database = context.database
assert database.texts('SELECT script FROM flyway_schema_history ORDER BY installed_rank') ==
    ['V1__create_book.sql', 'V2__create_author.sql', 'R__book_titles.sql']
// The run record: which commit made which change; a deploy of nothing leaves none.
def commit = 'git rev-parse HEAD'.execute(null, basedir).text.trim()
assert step('record') == 'run ' + database.texts('SELECT run_id FROM schema_gitops_run')[0]
assert database.texts('SELECT git_commit FROM schema_gitops_run') == [commit]
assert database.texts('SELECT environment FROM schema_gitops_run') == ['production']
assert database.texts('SELECT outcome FROM schema_gitops_run') == ['succeeded']
