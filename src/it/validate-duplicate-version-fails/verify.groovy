import groovy.json.JsonSlurper

def report = new JsonSlurper().parse(new File(basedir, 'target/schema-gitops/report.json'))

assert report.verdict == 'FAILED'
assert report.exitCode == 2
assert report.headline == '2 errors, 0 warnings in 4 migrations'
assert report.counts == [error: 2, warning: 0, info: 0]

// 1.2 and 1_2 are one version to Flyway; both files are named.
def version = report.findings.find { it.rule == 'duplicate-version' }
assert version.severity == 'error'
assert version.file == 'src/main/resources/db/migration/V1.2__create_book.sql'
assert version.message ==
    'version 1.2 is also src/main/resources/db/migration/V1_2__create_author.sql'
assert version.help == 'give one of them a version that no other file has'

// A repeatable migration is known by its description, wherever it lies.
def repeatable = report.findings.find { it.rule == 'duplicate-repeatable' }
assert repeatable.file == 'src/main/resources/db/migration/views/R__titles.sql'
assert repeatable.message ==
    "repeatable 'titles' is also src/main/resources/db/migration/R__titles.sql"
assert repeatable.help == 'give one of them another description'
