import io.github.schemagitops.it.ItDatabase
import io.github.schemagitops.it.ItGit

ItGit.init(basedir).commit('the whole project', 'src')
ItDatabase.create(basedir, context)

return true
