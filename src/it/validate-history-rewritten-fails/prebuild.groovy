import io.github.schemagitops.it.ItGit

def path = 'src/main/resources/db/migration'
def migrations = new File(basedir, path)
def git = ItGit.init(basedir).commit('on main', path).branch('rewrite')

// The change: edits 1, renames 2, deletes 4, adds 3 below the newest and 6.
def first = new File(migrations, 'V1__create_book.sql')
first.text = first.text.replace('title text', 'title varchar(200)')
assert new File(migrations, 'V2__create_author.sql').renameTo(new File(migrations, 'V2__create_writer.sql'))
assert new File(migrations, 'V4__create_publisher.sql').delete()
new File(migrations, 'V3__create_series.sql').text = 'CREATE TABLE series (id bigint PRIMARY KEY);\n'
new File(migrations, 'V6__create_language.sql').text = 'CREATE TABLE language (code text PRIMARY KEY);\n'
git.commit('the change', path)

// Meanwhile somebody else merged another version 6.
git.run('checkout', '--quiet', 'main')
new File(migrations, 'V6__create_currency.sql').text = 'CREATE TABLE currency (code text PRIMARY KEY);\n'
git.commit('merged meanwhile', path)
git.run('checkout', '--quiet', 'rewrite')

return true
