import groovy.xml.XmlSlurper

// Help writes nothing but the log, so what it says is compared with the plugin's own description.
def plugin = new XmlSlurper().parse(new File(basedir, '../../classes/META-INF/maven/plugin.xml'))
def said = new File(basedir, 'build.log').text

assert plugin.goalPrefix.text() == 'schema'
assert plugin.mojos.mojo.goal*.text() as Set ==
    ['validate', 'lint', 'shadow-migrate', 'drift-check', 'reconcile', 'deploy', 'snapshot', 'stats', 'help'] as Set
plugin.mojos.mojo.each { mojo ->
  assert said.contains("schema:${mojo.goal.text()}")
  mojo.parameters.parameter.findAll { it.editable.text() == 'true' }.each { parameter ->
    assert said.contains(parameter.name.text()): "${mojo.goal.text()} $parameter.name"
    assert parameter.description.text(): "${mojo.goal.text()} $parameter.name"
  }
}

return true
