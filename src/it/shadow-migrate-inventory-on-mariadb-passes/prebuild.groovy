import io.github.schemagitops.it.ItGit

// The example of examples/inventory-mysql, and a change on top of it.
def example = new File(basedir, '../../../../examples/inventory-mysql/src').canonicalFile
example.eachFileRecurse(groovy.io.FileType.FILES) { file ->
    def copy = new File(basedir, 'src/' + example.toPath().relativize(file.toPath()))
    copy.parentFile.mkdirs()
    copy.bytes = file.bytes
}
def migrations = new File(basedir, 'src/main/resources/db/migration')
def git = ItGit.init(basedir).commit('the example', 'src').branch('change')
new File(migrations, 'V17__reserved.sql').text = '''ALTER TABLE stock ADD COLUMN reserved INT NOT NULL DEFAULT 0;
-- schema:ignore column-type-copy a few hundred rows, copied in a moment
ALTER TABLE products MODIFY COLUMN price DECIMAL(14, 4) NOT NULL;
'''
git.commit('the change', 'src')

return true
