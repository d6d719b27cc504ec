import groovy.json.JsonSlurper

def report = { new JsonSlurper().parse(new File(basedir, "$it/report.json")) }

// Each of them in one line that quotes the mistake, and one that says what to do.
def said = ['unknown', 'undecided', 'no-url', 'no-server', 'class-loading', 'duration', 'version']
    .collectEntries { name ->
  def it = report(name)
  assert [it.goal, it.verdict, it.exitCode] == ['deploy', 'ERROR', 2]
  [name, [it.headline, it.remedy]]
}
print said
