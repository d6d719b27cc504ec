import groovy.json.JsonSlurper

def report = { new JsonSlurper().parse(new File(basedir, "$it/report.json")) }

assert report('first').verdict == 'PASSED'

def refused = report('second')
print refused
print report('third')
