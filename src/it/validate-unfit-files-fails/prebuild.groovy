import io.github.schemagitops.it.ItGit

ItGit.init(basedir)

// Made here: editors and Git would not keep these bytes.
def migrations = new File(basedir, 'src/main/resources/db/migration')
new File(migrations, 'V2__utf_16.sql').bytes =
    [0xFF, 0xFE] as byte[]
new File(migrations, 'V2__utf_16.sql') << 'CREATE TABLE publisher (id bigint);\n'.getBytes('UTF-16LE')
new File(migrations, 'V3__latin_1.sql').setText('-- Buch\nCREATE TABLE b\u00fccher (id bigint);\n', 'ISO-8859-1')
new File(migrations, 'V10__nul.sql').text = 'CREATE TABLE shelf (id bigint);\n\u0000\n'
new File(migrations, 'V11__empty.sql').text = ''

return true
