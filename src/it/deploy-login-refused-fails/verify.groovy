import groovy.json.JsonSlurper

def report = { new JsonSlurper().parse(new File(basedir, "$it/report.json")) }

print report('password')
print report('name')
print report('port')
