import groovy.json.JsonSlurper

// Two modules, two histories in one database: neither driver nor lock nor history are shared.
['orders', 'stock'].each { module ->
  def report = new JsonSlurper().parse(
      new File(basedir, "$module/target/schema-gitops/report.json"))
  assert report.verdict == 'PASSED': report
}
assert context.database.texts('SELECT script FROM orders.flyway_schema_history WHERE version IS NOT NULL') == ['V1__create_orders.sql']
assert context.database.texts('SELECT script FROM stock.flyway_schema_history WHERE version IS NOT NULL') == ['V1__create_stock.sql']
