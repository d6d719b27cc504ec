import io.github.schemagitops.it.ItGit

ItGit.of(basedir).run('fetch', '--quiet', '--unshallow', 'origin')

return true
