import io.github.schemagitops.it.ItGit

// What the server has: main went on after the change left it.
def path = 'src/main/resources/db/migration'
def server = ItGit.init(basedir)
    .commit('on main', "$path/V1__create_book.sql")
    .branch('add-author')
    .commit('the change', "$path/V2__create_author.sql")
server.run('checkout', '--quiet', 'main')
new File(basedir, 'NEWS.md').text = 'main went on\n'
server.commit('meanwhile on main', 'NEWS.md')
assert new File(basedir, '.git').renameTo(new File(basedir, 'server.git'))

// What the CI job has: the newest commit of the change.
def clone = ItGit.init(basedir)
clone.run('remote', 'add', 'origin', "file://$basedir/server.git".toString())
clone.run('fetch', '--quiet', '--depth=1', 'origin', 'add-author')
clone.run('checkout', '--quiet', '--force', 'FETCH_HEAD')

return true
