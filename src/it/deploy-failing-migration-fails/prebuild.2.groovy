import io.github.schemagitops.it.ItGit

context.database.execute("INSERT INTO book (id, title) VALUES (1, 'Emma')")

new File(basedir, 'src/main/resources/db/migration/V2__require_isbn.sql').text = '''\
ALTER TABLE book ADD COLUMN pages integer;

ALTER TABLE book
  ALTER COLUMN isbn SET NOT NULL;
'''
ItGit.of(basedir).commit('a later change', 'src')

return true
