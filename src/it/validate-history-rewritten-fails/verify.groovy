import groovy.json.JsonSlurper

def report = new JsonSlurper().parse(new File(basedir, 'target/schema-gitops/report.json'))

def base = "git rev-parse --short=7 main~1".execute(null, basedir).text.trim()
def at = 'src/main/resources/db/migration'

assert report.verdict == 'FAILED'
assert report.exitCode == 2
assert report.headline == '5 errors, 0 warnings in 5 migrations'

// One complaint for each file, each with the way back.
def said = report.findings.collectEntries {
  [it.file - "$at/", [it.rule, it.message, it.help]]
}
assert said == [
    'V1__create_book.sql': [
        'migration-edited',
        'the migration was edited, but main has it already: ' +
            'databases that ran it will refuse the new text',
        "restore it (git checkout $base -- $at/V1__create_book.sql)" +
            ' and write the change as a new migration'
    ],
    'V2__create_writer.sql': [
        'migration-renamed',
        'V2__create_author.sql was renamed, but main has it already: ' +
            'databases that ran it will miss the old name',
        'rename it back'
    ],
    'V3__create_series.sql': [
        'version-not-above-base',
        'version 3 is not above 6, the newest of main: ' +
            'databases at 6 would refuse or skip it',
        'rename it to a version above 6'
    ],
    'V4__create_publisher.sql': [
        'migration-deleted',
        'the migration was deleted, but main has it: ' +
            'databases that ran it will refuse to go on',
        "restore it (git checkout $base -- $at/V4__create_publisher.sql)"
    ],
    'V6__create_language.sql': [
        'duplicate-version',
        "version 6 is also $at/V6__create_currency.sql on main",
        'give one of them a version that no other file has'
    ]
]
