import io.github.schemagitops.it.ItGit

ItGit.init(basedir)

return true
