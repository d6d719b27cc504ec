import io.github.schemagitops.config.Database
import io.github.schemagitops.it.ItDatabase
import io.github.schemagitops.it.ItGit
import io.github.schemagitops.testing.SqlProxy

ItGit.init(basedir).commit('the whole project', 'src')
ItDatabase.create(basedir, context)

// The same database, until the history is read and the catalogs are.
def properties = context.userProperties
def proxy = SqlProxy.cutAfter(12, properties.getProperty('database.url'), Database.POSTGRESQL)
properties.setProperty('going.url', proxy.url())
context.proxy = proxy

return true
