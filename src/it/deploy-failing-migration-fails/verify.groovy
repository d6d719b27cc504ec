import groovy.json.JsonSlurper

def report = { new JsonSlurper().parse(new File(basedir, "$it/report.json")) }

assert report('first').verdict == 'PASSED'

// The throwaway database has no rows, so only the real one can refuse them.
def failed = report('second')
print failed
