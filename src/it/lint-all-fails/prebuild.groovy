import io.github.schemagitops.it.ItGit

def path = 'src/main/resources/db/migration'
ItGit.init(basedir)
    .commit('on main', "$path/V1__create_shop.sql")
    .branch('change')
    .commit('the change', path)

return true
