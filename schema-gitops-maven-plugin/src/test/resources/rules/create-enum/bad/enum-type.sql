CREATE TYPE mood AS ENUM ('sad', 'glad'); -- expect: create-enum
