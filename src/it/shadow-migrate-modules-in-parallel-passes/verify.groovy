import groovy.json.JsonSlurper

// A driver that only the first module finds would show here.
['orders', 'stock'].each { module ->
  def report = new JsonSlurper().parse(
      new File(basedir, "$module/target/schema-gitops/report.json"))
  assert report.verdict == 'PASSED'
  assert report.exitCode == 0
  assert report.headline == '1 new migration applied on top of 0'
  assert report.runs*.succeeded == [true]
  assert report.schemaDiff.any { it.type == 'added' && it.kind == 'table' && it.name.contains(module) }
}
assert !new File(basedir, 'target').exists()
