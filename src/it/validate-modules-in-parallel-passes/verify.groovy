import groovy.json.JsonSlurper

['orders', 'stock'].each { module ->
  ['validate', 'lint'].each { goal ->
    def report = new JsonSlurper().parse(
        new File(basedir, "$module/target/schema-gitops/$goal/report.json"))
    assert report.goal == goal
    assert report.verdict == 'PASSED'
    assert report.exitCode == 0
    assert report.migrations.total == 1
    assert report.findings == []
  }
}

// No migrations, so there is nothing to judge; nor is there in the parent.
assert !new File(basedir, 'web/target').exists()
assert !new File(basedir, 'target').exists()
