import io.github.schemagitops.it.ItGit

def path = 'src/main/resources/db/migration'
def later = new File(basedir, "$path/V3__names.sql")
def text = later.text
later.delete()
def git = ItGit.init(basedir)
    .commit('on main', "$path/V1__create_shop.sql")
    .branch('other')
    .commit('theirs', "$path/V2__drop_name.sql")
git.run('checkout', '--quiet', '-b', 'change', 'main')
later.text = text
git.commit('ours', "$path/V3__names.sql")

return true
