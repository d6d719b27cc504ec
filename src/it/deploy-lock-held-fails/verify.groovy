import groovy.json.JsonSlurper

context.lock.close()

def report = new JsonSlurper().parse(new File(basedir, 'target/schema-gitops/report.json'))
print report
