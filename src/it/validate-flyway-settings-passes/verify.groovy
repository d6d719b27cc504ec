import groovy.json.JsonSlurper

def report = { module ->
  new JsonSlurper().parse(new File(basedir, "$module/target/schema-gitops/report.json"))
}

// Each module has its migrations somewhere else, and a placeholder without which they are unfit.
['flyway-plugin': 'flyway-maven-plugin in the POM',
 'flyway-conf': 'flyway.conf',
 'flyway-toml': 'flyway.toml',
 'spring-boot': 'spring.flyway in application.yml'].each { module, origin ->
  def it = report(module)
  assert it.verdict == 'PASSED': "$module: $it"
  assert it.migrations.total == 1
  assert it.notes == ["locations from $origin", "placeholders from $origin"]*.toString(): module
}
