import groovy.json.JsonSlurper

def report = { new JsonSlurper().parse(new File(basedir, "$it/report.json")) }

assert report('deployed').verdict == 'PASSED'

print report('checked')
