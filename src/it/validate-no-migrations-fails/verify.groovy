import groovy.json.JsonSlurper

// The folder is not there.
def report = new JsonSlurper().parse(new File(basedir, 'missing/report.json'))
assert report.verdict == 'ERROR'
assert report.exitCode == 2
assert report.headline == 'src/main/resources/db/migration: the migration location does not exist or is no directory'
assert report.remedy ==
    'create it, or set <locations> (-Dschema.locations) to where the migrations are'

// The folder is there, but no file in them is a migration.
report = new JsonSlurper().parse(new File(basedir, 'empty/report.json'))
assert report.verdict == 'ERROR'
assert report.exitCode == 2
assert report.headline == 'no migrations found in src/main/sql'
assert report.remedy ==
    'add one, for instance V1__init.sql, or set <locations> (-Dschema.locations) to where they are'
