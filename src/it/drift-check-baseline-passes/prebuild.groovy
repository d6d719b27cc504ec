import io.github.schemagitops.it.ItDatabase
import io.github.schemagitops.it.ItGit

ItGit.init(basedir).commit('the whole project', 'src')
def database = ItDatabase.create(basedir, context)

// As if somebody had run "flyway baseline" at version 5 on what was there.
database.execute('CREATE TABLE book (id bigint PRIMARY KEY, title text NOT NULL)')
database.execute('CREATE TABLE author (id bigint PRIMARY KEY, name text NOT NULL)')
database.execute('''
    CREATE TABLE flyway_schema_history (
        installed_rank int NOT NULL PRIMARY KEY,
        version        varchar(50),
        description    varchar(200) NOT NULL,
        type           varchar(20) NOT NULL,
        script         varchar(1000) NOT NULL,
        checksum       int,
        installed_by   varchar(100) NOT NULL,
        installed_on   timestamp NOT NULL DEFAULT now(),
        execution_time int NOT NULL,
        success        boolean NOT NULL
    )''')
database.execute('''
    INSERT INTO flyway_schema_history
    VALUES (1, '5', '<< Flyway Baseline >>', 'BASELINE', '<< Flyway Baseline >>', NULL, 'it', now(), 0, true)''')

return true
