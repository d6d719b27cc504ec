import io.github.schemagitops.it.ItGit

new File(basedir, 'src/main/resources/db/migration/R__titles.sql').text =
    'CREATE OR REPLACE VIEW titles AS SELECT title, id FROM book;\n'
ItGit.of(basedir).commit('one column more', 'src')

return true
