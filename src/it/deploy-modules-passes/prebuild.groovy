import io.github.schemagitops.it.ItDatabase
import io.github.schemagitops.it.ItGit

ItGit.init(basedir).commit('the whole project', '.')
ItDatabase.create(basedir, context)

return true
