import groovy.json.JsonSlurper

def report = { new JsonSlurper().parse(new File(basedir, "$it/report.json")) }

// Each of them in one line that quotes the mistake, and one that says what to do.
def said = ['unknown', 'undecided', 'no-url', 'no-server', 'class-loading', 'duration', 'version']
    .collectEntries { name ->
  def it = report(name)
  assert [it.goal, it.verdict, it.exitCode] == ['deploy', 'ERROR', 2]
  [name, [it.headline, it.remedy]]
}
assert said == [
    'unknown': [
        "there is no environment 'prodution' (declared: production, staging, qa, loader)",
        "choose a declared one, or declare it under <environments> in the plugin's <configuration>"
    ],
    'undecided': [
        'no environment was chosen (declared: production, staging, qa, loader)',
        'choose one: -Dschema.environment=<id>'
    ],
    'no-url': [
        "environment 'staging' has no URL",
        'set <url>, or the environment variable SCHEMA_STAGING_URL'
    ],
    'no-server': [
        "environment 'qa': settings.xml has no <server> with id 'shop-qa'",
        'add it with <username> and <password>, or set SCHEMA_QA_USER and SCHEMA_QA_PASSWORD'
    ],
    'class-loading': [
        "environment 'loader': the URL property 'socketFactory' is not allowed: " +
            'it lets the driver load code or files',
        'remove it from the URL'
    ],
    'duration': ["schema.lockTimeout is '-1'", 'write a duration like 500ms, 3s or 5m'],
    'version': [
        "schema.shadow.version is 'latest'",
        "use the server's version as in image tags, for instance 17 for PostgreSQL or 11.8 for MariaDB"
    ]
]
