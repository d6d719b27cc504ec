import groovy.io.FileType
import groovy.json.JsonSlurper

def report = { new JsonSlurper().parse(new File(basedir, "$it/report.json")) }

def url = context.userProperties['database.url']

def password = report('password')
assert password.verdict == 'ERROR'
assert password.exitCode == 6
assert password.environment == 'password'
assert password.headline == "the database refused user 'shadow_owner' at $url"
assert password.remedy == 'check user and password; ' +
    'they come from environment variables or from the <server> in settings.xml'

def name = report('name')
assert name.verdict == 'ERROR'
assert name.exitCode == 6
assert name.headline == "the database named in ${url}_that_is_not_there does not exist"
assert name.remedy == 'create it first, or correct the URL'

def port = report('port')
assert port.verdict == 'ERROR'
assert port.exitCode == 6
assert port.headline.startsWith(
    'the database at jdbc:postgresql://127.0.0.1:1/shop cannot be reached: ')
assert port.remedy == 'check host, port and network, and that the server is running'

// Neither password is in any report or in the log.
def secrets = ['not-the-password', new File(basedir, 'database.password').text]
def written = [new File(basedir, 'build.log')]
['password', 'name', 'port'].each { new File(basedir, it).eachFileRecurse(FileType.FILES) { written << it } }
assert written.size() > 3
assert written.findAll { file -> secrets.any { file.text.contains(it) } } == []
