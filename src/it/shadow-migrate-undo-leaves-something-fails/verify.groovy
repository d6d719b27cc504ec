import groovy.json.JsonSlurper

def report = new JsonSlurper().parse(new File(basedir, 'target/schema-gitops/report.json'))

assert report.verdict == 'FAILED'
assert report.exitCode == 2
assert report.findings*.rule == ['undo-differs']
def finding = report.findings[0]
assert finding.file == 'src/main/resources/db/undo/U2__city.sql'
assert finding.message.contains('table public.town is left over')
assert finding.help.startsWith('complete the undo script')
assert report.runs[0].undo == 'differs'
