import groovy.json.JsonSlurper

def report = { module ->
  new JsonSlurper().parse(new File(basedir, "$module/target/schema-gitops/report.json"))
}

// Each module has its migrations somewhere else, and a placeholder without which they are unfit.
['flyway-plugin': 'flyway-maven-plugin in the POM',
 'flyway-conf': 'flyway.conf',
 'flyway-toml': 'flyway.toml',
 'spring-boot': 'spring.flyway in application.yml'].each { module, origin ->
  def said = report(module)
  assert said.verdict == 'PASSED': "$module: $said"
  assert said.exitCode == 0
  assert said.migrations.total == 1
  assert said.notes == ["locations from $origin", "placeholders from $origin"]: module
}

return true
