import groovy.json.JsonSlurper

def report = { new JsonSlurper().parse(new File(basedir, "$it/report.json")) }

assert report('first').goal == 'snapshot'
assert report('first').verdict == 'PASSED'
assert report('first').exitCode == 0
assert report('first').headline ==~ /src\/main\/db\/schema\.txt written: \d+ objects/
assert report('second').headline ==~ /src\/main\/db\/schema\.txt is up to date: \d+ objects/

def lines = new File(basedir, 'src/main/db/schema.txt').readLines('UTF-8')
assert lines[0] == '-- schema-gitops snapshot 1: PostgreSQL 17'
def author = lines.indexOf('table public.author')
assert lines[author + 1] == '  column id: bigint NOT NULL'
assert lines[author + 2] == '  column name: text NOT NULL'
assert lines.contains(
    '  index public.author_name: CREATE INDEX author_name ON public.author USING btree (name)')
