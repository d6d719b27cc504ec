import groovy.json.JsonSlurper

def report = { new JsonSlurper().parse(new File(basedir, "$it/report.json")) }

assert report('deployed').verdict == 'PASSED'

// Not deployed yet is not drift.
print report('checked')
