import io.github.schemagitops.it.ItGit

def migrations = new File(basedir, 'src/main/resources/db/migration')
ItGit.init(basedir)
    .commit('on main', 'src/main/resources/db/migration/V1__create_book.sql')
    .branch('add-author')
    .commit('the change', 'src/main/resources/db/migration/V2__create_author.sql')

// A check-out with Windows line ends is no edit.
def old = new File(migrations, 'V1__create_book.sql')
old.text = old.text.replace('\n', '\r\n')

return true
