import io.github.schemagitops.it.ItGit

ItGit.of(basedir).run('fetch', '--quiet', '--depth=1', 'origin', 'main:refs/remotes/origin/main')

return true
