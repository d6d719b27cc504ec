CREATE TYPE mood AS (good int); -- expect: statement-timeout-missing
