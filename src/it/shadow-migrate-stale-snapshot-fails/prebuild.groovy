import io.github.schemagitops.it.ItGit

ItGit.init(basedir).commit('the whole project', 'src')

return true
