import io.github.schemagitops.it.ItGit

ItGit.init(basedir).commit('the whole project', '.')

return true
