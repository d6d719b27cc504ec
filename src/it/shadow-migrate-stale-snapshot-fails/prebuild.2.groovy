import io.github.schemagitops.it.ItGit

def path = 'src/main/resources/db/migration'
ItGit.of(basedir).commit('the snapshot', 'src').branch('change')
new File(basedir, "$path/V3__rate_books.sql").text = 'ALTER TABLE book ADD stars smallint;\n'
ItGit.of(basedir).commit('a migration without its snapshot', path)

return true
