import groovy.json.JsonSlurper

def report = new JsonSlurper().parse(new File(basedir, 'target/schema-gitops/report.json'))

assert report.verdict == 'FAILED'
assert report.exitCode == 2
assert report.headline == '5 errors, 0 warnings in 1 migration'
assert report.findings.every { it.rule == 'migration-name' && it.severity == 'error' }

// Each cause and each way out; the names are those that the authors probably meant.
def silently = 'Flyway would skip this file without a word: '
def said = report.findings.collectEntries { [new File(it.file).name, [it.message - silently, it.help]] }
assert said == [
    'v2__b.sql': ["the prefix 'v' is not 'V': case counts", 'rename it to V2__b.sql'],
    'V3_c.sql': ["version and description are not separated by '__'", 'rename it to V3__c.sql'],
    'V4__d.SQL': ['its suffix is not .sql', 'rename it to V4__d.sql'],
    'V__e.sql': [
        "'' is not a version",
        'name it V<version>__<description>.sql, or move it out of the migration location'
    ],
    'V1.2.x__f.sql': ["'1.2.x' is not a version", 'rename it to V1.2__x__f.sql']
]
