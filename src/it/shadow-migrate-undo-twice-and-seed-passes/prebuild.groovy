import io.github.schemagitops.it.ItGit

def path = 'src/main/resources/db'
ItGit.init(basedir)
    .commit('on main', "$path/migration/V1__create_shop.sql", 'src/test/db/seed/1_shops.sql')
    .branch('change')
    .commit('the change', path)

return true
