import groovy.json.JsonSlurper

def report = new JsonSlurper().parse(new File(basedir, 'target/schema-gitops/report.json'))
print report.headline
print report.findings.collect { [it.rule, it.severity, it.file, it.line, it.column, it.object, it.source, it.message, it.help] }.join('\n')
