import groovy.json.JsonSlurper

// Two modules, two histories in one database: neither driver nor lock nor history are shared.
['orders', 'stock'].each { module ->
  def report = new JsonSlurper().parse(
      new File(basedir, "$module/target/schema-gitops/report.json"))
  assert report.verdict == 'PASSED': report
  assert report.exitCode == 0
}
def scripts = { schema ->
  context.database.texts(
      "SELECT script FROM ${schema}.flyway_schema_history WHERE version IS NOT NULL")
}
assert scripts('orders') == ['V1__create_orders.sql']
assert scripts('stock') == ['V1__create_stock.sql']
