import groovy.json.JsonSlurper

def report = new JsonSlurper().parse(new File(basedir, 'target/schema-gitops/report.json'))

assert report.verdict == 'FAILED'
assert report.exitCode == 2
assert report.headline == '10 errors, 0 warnings in 4 migrations'

def said = report.findings.collectEntries {
  [new File(it.file).name, [it.rule, it.line, it.message, it.help]]
}
assert said == [
    'V2__utf_16.sql': [
        'file-encoding', 0,
        'the file is not UTF-8: it starts with a UTF-16 byte-order mark', 'save it as UTF-8'
    ],
    'V3__latin_1.sql': [
        'file-encoding', 2, 'invalid UTF-8 at byte 23',
        'save the file as UTF-8, or set <encoding> (-Dschema.encoding) to the encoding it has'
    ],
    'V4__only_a_comment.sql': [
        'empty-migration', 0, 'the migration has no statement',
        'write the migration, or delete the file'
    ],
    'V5__conflict.sql': [
        'conflict-marker', 3, 'unresolved merge conflict',
        'resolve the conflict and remove the markers'
    ],
    'V6__unknown_placeholder.sql': [
        'unknown-placeholder', 3, "the placeholder 'curency' has no value (known: currency)",
        'add it to <placeholders>, or write placeholderReplacement=false to ' +
            'V6__unknown_placeholder.sql.conf if it is data'
    ],
    'V7__lfs_pointer.sql': [
        'lfs-pointer', 1, 'the file is a Git LFS pointer, not SQL', 'run git lfs pull'
    ],
    'V8__open_quote.sql': [
        'unparsable', 3, 'the file cannot be split into statements: a string is never closed',
        'close it: Flyway would read the rest of the file as part of it'
    ],
    'V9__copy_without_end.sql': [
        'copy-not-terminated', 3, 'COPY … FROM stdin has no end: the line \\. is missing',
        'end the data with a line that holds only \\.'
    ],
    'V10__nul.sql': ['control-character', 2, 'the file contains a NUL character', 'remove it'],
    'V11__empty.sql': [
        'empty-migration', 0, 'the migration has no statement',
        'write the migration, or delete the file'
    ]
]
assert report.findings.find { it.rule == 'unknown-placeholder' }.column == 35
