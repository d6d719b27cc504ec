import io.github.schemagitops.it.ItGit

new File(basedir, 'src/main/resources/db/migration/V2__create_shelf.sql').text =
    'CREATE TABLE shelf (id bigint PRIMARY KEY);\n'
ItGit.of(basedir).commit('merged late', 'src')

return true
