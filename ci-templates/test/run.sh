#!/usr/bin/env bash
# Tests the GitHub action, the reusable workflow and the GitLab template: reads them with linters, and runs them here, without
# GitHub or GitLab, on an example project with the real plugin. Installs what is missing; safe to run again and again.
#
#   run.sh [part of a test's name]
#
#   EXAMPLE_DIR=folder             Maven project to run on, default examples/bookstore-postgres
#   EXAMPLE_MAVEN_ARGS='...'       more arguments for Maven, split at blanks, e.g. -Dmaven.repo.local=folder
#   SCHEMA_IT_REQUIRE_DB=true      where no database can be started: fail instead of skipping deploy and drift-check
#
# The example uses Flyway on PostgreSQL, has its migrations below src/, and an environment "production".
# shellcheck disable=SC2016 # backquotes and dollars in single quotes are meant as they stand
set -uo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
EXAMPLE_DIR=${EXAMPLE_DIR:-$root/examples/bookstore-postgres}
EXAMPLE_MAVEN_ARGS=${EXAMPLE_MAVEN_ARGS:-}
only=${1:-}
actionlint_version=v1.7.12
cache=${XDG_CACHE_HOME:-$HOME/.cache}/schema-gitops/actionlint-$actionlint_version
work=$(mktemp -d)
container=''
passed=0 failed=0 skipped=0

export GIT_CONFIG_GLOBAL=$work/gitconfig
printf '[user]\n\tname = Test\n\temail = test@example.com\n' >"$GIT_CONFIG_GLOBAL"

cleanup() {
  rm -rf "$work"
  [ -z "$container" ] || docker rm -f "$container" >/dev/null
}
trap cleanup EXIT

# --- tools -----------------------------------------------------------------------------------------------------------

install_tools() {
  local missing=() tool
  for tool in git jq rsync shellcheck; do command -v "$tool" >/dev/null || missing+=("$tool"); done
  if [ ${#missing[@]} -gt 0 ]; then
    [ "$(id -u)" = 0 ] || { echo "please install: ${missing[*]}" >&2 && return 1; }
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" ||
      return 1
  fi
  if ! cmp -s "$here/package-lock.json" "$here/node_modules/installed-lock.json"; then
    (cd "$here" && npm ci --loglevel=error && cp package-lock.json node_modules/installed-lock.json) || return 1
  fi
  [ -x "$cache/actionlint" ] ||
    GOBIN=$cache go install "github.com/rhysd/actionlint/cmd/actionlint@$actionlint_version"
}

# --- helpers ---------------------------------------------------------------------------------------------------------

test_case() { # name function
  [[ $1 == *"$only"* ]] || return 0
  (set -e && "$2") >"$work/log" 2>&1 </dev/null
  local status=$?
  if [ $status -eq 0 ]; then
    passed=$((passed + 1))
    echo "ok       $1"
  else
    failed=$((failed + 1))
    echo "FAILED   $1"
    sed 's/^/         /' "$work/log"
  fi
}

expect() { # json-file jq-condition
  jq -e "$2" "$1" >/dev/null || { echo "not so in $1: $2" && cat "$1" && return 1; }
}

fails() { # exit-code command...
  local status=0
  "${@:2}" || status=$?
  [ $status -eq "$1" ] || { echo "exit code $status instead of $1: ${*:2}" && return 1; }
}

# Lays out the example as a repository whose branch "feature" adds one migration to "main", the way CI sees it.
new_project() { # folder
  local folder=$1 last version
  rsync -a --exclude target/ --exclude .git/ "$EXAMPLE_DIR/" "$folder/"
  cp "$root/ci-templates/gitlab/schema-gitops.gitlab-ci.yml" "$folder/"
  jq -n --arg args "$EXAMPLE_MAVEN_ARGS" \
    '{include: [{local: "schema-gitops.gitlab-ci.yml", inputs: {"maven-args": $args}}]}' >"$folder/.gitlab-ci.yml"
  cd "$folder"
  git init -q -b main
  printf 'target/\n.gitlab-ci-local*\n.schema-gitops/\n' >.git/info/exclude
  git add -A && git commit -qm 'Example'
  git remote add origin git@gitlab.example.com:acme/example.git
  git update-ref refs/remotes/origin/main main
  git symbolic-ref refs/remotes/origin/HEAD refs/remotes/origin/main

  last=$(find src -path '*/target' -prune -o -name 'V*__*.sql' -print | sort -V | tail -n 1)
  version=$(basename "$last" | sed 's/^V\([0-9]*\).*/\1/')
  new_migration=$(dirname "$last")/V$(printf '%0*d' ${#version} $((10#$version + 1)))__ci_templates_test.sql
  git switch -qc feature
  printf 'CREATE TABLE ci_templates_test (id bigint PRIMARY KEY);\n' >"$new_migration"
  git add -A && git commit -qm 'One migration'
}

# Two migrations with one version: no goal can accept that.
break_project() { # folder
  cp "$new_migration" "${new_migration%__*}__same_version.sql"
  git -C "$1" add -A && git -C "$1" commit -qm 'Same version twice'
}

github() { # project artifacts inputs-as-json [github-context-as-json]
  local context=${4:-'{"base_ref": "main"}'}
  mkdir -p "$2"
  node "$here/github.mjs" "$1" "$2" "$(jq -nc --arg args "$EXAMPLE_MAVEN_ARGS" --argjson inputs "$3" \
    --argjson github "$context" '{$github, inputs: ({"maven-args": $args} + $inputs)}')"
}

gitlab() { # project pipeline-source option...
  (cd "$1" && "$here/node_modules/.bin/gitlab-ci-local" --force-shell-executor --shell-isolation \
    --concurrency 1 --no-artifacts-to-source --ignore-predefined-vars CI_PIPELINE_SOURCE,CI_MERGE_REQUEST_TARGET_BRANCH_NAME \
    --variable "CI_PIPELINE_SOURCE=$2" "${@:3}")
}

merge_request=(merge_request_event --variable CI_MERGE_REQUEST_TARGET_BRANCH_NAME=main)

# What the job uploaded; its folder has another character in place of the colon.
gitlab_artifact() { # project goal file
  echo "$1"/.gitlab-ci-local/artifacts/schema*"$2/target/schema-gitops/$2/$3"
}

gitlab_verdict() { gitlab_artifact "$1" "$2" verdict.json; } # project goal

# --- what linters and comparisons say --------------------------------------------------------------------------------

# The workflows and the README's examples, beside the action where the workflow will find it, so that inputs are checked too.
workflows_are_valid() {
  local stage=$work/actionlint
  mkdir -p "$stage/.github/workflows" "$stage/.schema-gitops"
  cp -r "$root/github-action" "$stage/.schema-gitops/"
  cp "$root"/.github/workflows/*.yml "$stage/.github/workflows/"
  cd "$stage"
  git init -q
  awk '/^```yaml$/ { file = ".github/workflows/readme-" ++n ".yml"; next } /^```$/ { file = "" } file { print >file }' \
    "$root/github-action/README.md"
  sed -i -e 's|schemagitops/schema-gitops/\(.github/workflows/[a-z-]*.yml\)@[0-9a-f]*|./\1|' \
    -e 's|schemagitops/schema-gitops/github-action@[0-9a-f]*|./.schema-gitops/github-action|' .github/workflows/readme-*.yml
  # GitHub added these two after this actionlint was released.
  "$cache/actionlint" -no-color -ignore 'property "workflow_(repository|sha)" is not defined'
}

templates_agree() { node "$here/checks.mjs"; }

shell_is_clean() {
  [ -x "$root/github-action/run-goals.sh" ]
  mkdir "$work/scripts"
  node "$here/checks.mjs" scripts "$work/scripts"
  shellcheck "$root/github-action/run-goals.sh" "$here/run.sh" "$work"/scripts/*
}

# --- how run-goals.sh decides, with a stand-in for Maven -------------------------------------------------------------

# A project whose mvnw copies answers/<goal>.json to where the plugin writes, and ends with the code in answers/<goal>.code.
stand_in() { # folder
  mkdir -p "$1/answers" && cd "$1"
  cat >mvnw <<'MVNW'
#!/usr/bin/env bash
goal=${!#} && goal=${goal#schema:}
printf '%s\n' "$@" >"answers/$goal.args"
cat "answers/$goal.log" 2>/dev/null
if [ -f "answers/$goal.json" ]; then
  mkdir -p "target/schema-gitops/$goal" && cp "answers/$goal.json" "target/schema-gitops/$goal/verdict.json"
fi
exit "$(cat "answers/$goal.code" 2>/dev/null || echo 0)"
MVNW
  chmod +x mvnw
}

answer() { # goal verdict exit-code headline
  jq -n --arg verdict "$2" --argjson code "$3" --arg headline "$4" \
    '{schemaVersion: 1, verdict: $verdict, exitCode: $code, headline: $headline}' >"answers/$1.json"
  echo $(($3 > 0)) >"answers/$1.code"
}

a_warning_is_green() {
  stand_in "$work/green"
  answer validate PASSED 0 'all fine' && answer lint WARNED 0 'one warning' && answer shadow-migrate PASSED 0 'applied'
  github . out '{}'
  expect out/result.json '.outputs == {verdict: "WARNED", "exit-code": "0", headline: "one warning"}'
  expect out/result.json '.annotations == []'
}

every_goal_runs_and_the_highest_exit_code_wins() {
  stand_in "$work/worst"
  answer validate FAILED 2 'bad name' && answer lint UNKNOWN 9 'unread' && answer shadow-migrate PASSED 0 'applied'
  fails 1 github . out '{}'
  expect out/result.json '.outputs == {verdict: "UNKNOWN", "exit-code": "9", headline: "unread"}'
  expect out/result.json '[.summary | scan("`schema:[a-z-]+` \\| [*]{2}[A-Z]+")]
    == ["`schema:validate` | **FAILED", "`schema:lint` | **UNKNOWN", "`schema:shadow-migrate` | **PASSED"]'
  expect out/result.json '[.annotations[][1]] == ["schema:validate", "schema:lint"]'
}

nothing_is_deployed_after_a_failure() {
  stand_in "$work/order"
  answer validate FAILED 2 'bad name' && answer deploy PASSED 0 'deployed' && answer drift-check DRIFTED 3 'one table'
  fails 1 github . out '{"goals": "validate deploy drift-check", "environment": "production"}'
  [ ! -e answers/deploy.args ]
  grep -qx -- -Dschema.environment=production answers/drift-check.args
  expect out/result.json '.outputs.verdict == "DRIFTED" and (.summary | contains("`schema:deploy` | **NOT RUN**"))'
}

no_verdict_is_an_error() {
  stand_in "$work/missing"
  mkdir -p target/schema-gitops/lint && answer lint PASSED 0 'from an older run'
  mv answers/lint.json target/schema-gitops/lint/verdict.json
  fails 1 github . out '{"goals": "lint"}'
  expect out/result.json '.outputs.verdict == "ERROR" and .outputs["exit-code"] == "1"'
  answer lint PASSED 0 'fine' && echo 1 >answers/lint.code
  fails 1 github . out '{"goals": "lint"}'
  expect out/result.json '.outputs.verdict == "ERROR" and (.outputs.headline | contains("although the verdict is PASSED"))'
  answer lint DRIFTED 0 'no green word' && echo 0 >answers/lint.code
  fails 1 github . out '{"goals": "lint"}'
  expect out/result.json '.outputs.verdict == "DRIFTED" and .outputs["exit-code"] == "1"'
}

the_worst_module_counts() {
  stand_in "$work/modules/app"
  answer lint PASSED 0 'app fine'
  cat >>answers/lint.log <<<''
  sed -i '/^goal=/a mkdir -p "../app/module/target/schema-gitops/lint" && cp answers/module.json module/target/schema-gitops/lint/verdict.json' mvnw
  answer module FAILED 2 'module bad'
  fails 1 github .. "$work/modules-out" '{"goals": "lint", "working-directory": "app"}'
  expect "$work/modules-out/result.json" '.outputs == {verdict: "FAILED", "exit-code": "2", headline: "module bad"}'
  [ -f "$work/modules-out/app/module/target/schema-gitops/lint/verdict.json" ]
}

quoted_text_stays_text() {
  stand_in "$work/quoted"
  answer lint FAILED 2 $'a | <b>b</b> `c` @d [e](f) 100%0A\n::error::forged\nverdict=PASSED'
  printf '::error::forged by a migration\n::set-env name=PATH::/tmp\nno newline at the end' >answers/lint.log
  fails 1 github . out '{"goals": "lint"}'
  expect out/result.json '.annotations == [["error", "schema:lint",
    "FAILED: a | <b>b</b> `c` @d [e](f) 100%0A ::error::forged verdict=PASSED"]]'
  expect out/result.json '.outputs.verdict == "FAILED"'
  expect out/result.json '.summary | contains("| a \\| \\<b\\>b\\<\\/b\\> \\`c\\` \\@d \\[e\\]\\(f\\) 100\\%0A \\:\\:error")'
  fails 1 github . out '{"working-directory": "none\n::error::forged\nverdict=PASSED"}'
  expect out/result.json '.outputs.verdict == "ERROR" and (.annotations | length) == 1'
  fails 1 github . out '{"goals": "lint --version"}'
  expect out/result.json '.outputs.verdict == "ERROR" and (.annotations | length) == 1'
}

the_base_is_found() {
  stand_in "$work/base"
  answer lint PASSED 0 'fine'
  github . out '{"goals": "lint"}' && grep -qx -- -Dschema.gitBase=origin/main answers/lint.args
  github . out '{"goals": "lint", "git-base": "v1"}' && grep -qx -- -Dschema.gitBase=v1 answers/lint.args
  github . out '{"goals": "lint"}' '{"event": {"merge_group": {"base_sha": "abc"}}}'
  grep -qx -- -Dschema.gitBase=abc answers/lint.args
  github . out '{"goals": "lint"}' '{"event": {}}'
  fails 1 grep gitBase answers/lint.args
}

inputs_are_not_code() {
  stand_in "$work/inputs"
  answer lint PASSED 0 'fine'
  github . out '{"goals": "lint", "git-base": "main; touch pwned", "fail-on": "$(touch pwned)", "shadow-version": "1 7",
    "shadow-provider": "`touch pwned`", "maven-args": "-s  my.xml\n-Dx=$(touch pwned) *"}'
  diff answers/lint.args - <<'ARGS'
--batch-mode
--no-transfer-progress
-Dschema.gitBase=main; touch pwned
-Dschema.failOn=$(touch pwned)
-Dschema.shadow.provider=`touch pwned`
-Dschema.shadow.version=1 7
-s
my.xml
-Dx=$(touch
pwned)
*
schema:lint
ARGS
  [ ! -e pwned ]
}

# --- GitHub, with the real plugin ------------------------------------------------------------------------------------

github_pull_request() {
  new_project "$work/github"
  github . "$work/github-out" '{}'
  expect "$work/github-out/result.json" '.success and .outputs["exit-code"] == "0" and .annotations == []'
  for goal in validate lint shadow-migrate; do
    expect "$work/github-out/target/schema-gitops/$goal/verdict.json" \
      ".goal == \"$goal\" and (.verdict | IN(\"PASSED\", \"WARNED\")) and .migrations.new == 1"
  done
}

github_pull_request_with_a_mistake() {
  new_project "$work/github-bad"
  break_project .
  fails 1 github . "$work/github-bad-out" '{}'
  expect "$work/github-bad-out/target/schema-gitops/validate/verdict.json" '.verdict == "FAILED" and .exitCode == 2'
  jq -s 'map(.exitCode) | max' "$work"/github-bad-out/target/schema-gitops/{validate,lint,shadow-migrate}/verdict.json >max
  expect "$work/github-bad-out/result.json" ".outputs[\"exit-code\"] == \"$(cat max)\" and (.annotations | length) > 0"
}

# --- GitLab, with the real plugin ------------------------------------------------------------------------------------

gitlab_jobs() {
  local schema='"schema:validate on_success","schema:lint on_success","schema:shadow-migrate on_success"'
  new_project "$work/gitlab-jobs"
  jobs() { gitlab . "$@" --list-json | jq -c 'map(select(.when != "never") | .name + " " + .when)'; }
  diff <(jobs push) <(echo '[]')
  diff <(jobs "${merge_request[@]}") <(echo "[$schema]")
  git switch -q main
  diff <(jobs push) <(echo '["schema:deploy manual"]')
  diff <(jobs schedule) <(echo '["schema:drift-check on_success"]')
  git switch -q feature
  jq '.include += [.include[0] | .inputs = {"job-prefix": "billing"}]' .gitlab-ci.yml >two && mv two .gitlab-ci.yml
  diff <(jobs "${merge_request[@]}") <(echo "[$schema,${schema//schema:/billing:}]")
}

gitlab_merge_request() {
  new_project "$work/gitlab"
  gitlab . "${merge_request[@]}"
  for goal in validate lint shadow-migrate; do
    expect "$(gitlab_verdict . $goal)" \
      ".goal == \"$goal\" and (.verdict | IN(\"PASSED\", \"WARNED\")) and .migrations.new == 1"
  done
}

gitlab_merge_request_with_a_mistake() {
  new_project "$work/gitlab-bad"
  break_project .
  fails 1 gitlab . "${merge_request[@]}"
  expect "$(gitlab_verdict . validate)" '.verdict == "FAILED" and .exitCode == 2'
  jq '.["schema:validate"] = {allow_failure: {exit_codes: [2]}}' .gitlab-ci.yml >allowed && mv allowed .gitlab-ci.yml
  gitlab . "${merge_request[@]}" schema:validate
}

gitlab_inputs_are_not_code() {
  stand_in "$work/gitlab-inputs"
  answer lint PASSED 0 'fine'
  cp "$root/ci-templates/gitlab/schema-gitops.gitlab-ci.yml" .
  jq -n '{include: [{local: "schema-gitops.gitlab-ci.yml", inputs:
    {"git-base": "it'\''s; touch pwned # \"x\"", "maven-args": "-Dx=`touch pwned` '\''q'\'': *"}}]}' >.gitlab-ci.yml
  git init -q -b main && git add -A && git commit -qm 'Stand-in'
  git remote add origin git@gitlab.example.com:acme/example.git
  sed -i 's|^printf.*|printf "%s\\n" "$@" >"target/schema-gitops/$goal/args"|; /^goal=/a mkdir -p "target/schema-gitops/$goal"' mvnw
  gitlab . "${merge_request[@]}" schema:lint
  diff "$(gitlab_artifact . lint args)" - <<'ARGS'
--batch-mode
--no-transfer-progress
-Dschema.gitBase=it's; touch pwned # "x"
-Dx=`touch
pwned`
'q':
*
schema:lint
ARGS
  [ -z "$(find . -name pwned)" ]
}

# --- GitLab with a database ------------------------------------------------------------------------------------------

start_database() {
  local _
  docker info >/dev/null 2>&1 || return 1
  container=$(docker run -d --rm -p 127.0.0.1::5432 -e POSTGRES_USER=deployer -e POSTGRES_PASSWORD=not-a-secret \
    -e POSTGRES_DB=bookstore postgres:17) || return 1
  for _ in $(seq 60); do
    sql 'SELECT 1' >/dev/null 2>&1 && return
    sleep 0.5
  done
  docker logs "$container" >&2
  return 1
}

sql() { # statement
  docker exec -e PGPASSWORD=not-a-secret "$container" psql -h 127.0.0.1 -U deployer -d bookstore -qAtc "$1"
}

gitlab_deploy() {
  new_project "$work/gitlab-main"
  git switch -q main
  jq -n --arg url "jdbc:postgresql://$(docker port "$container" 5432/tcp | head -n 1)/bookstore" \
    '{SCHEMA_PRODUCTION_URL: $url, SCHEMA_PRODUCTION_USER: "deployer", SCHEMA_PRODUCTION_PASSWORD: "not-a-secret"}' \
    >.gitlab-ci-local-variables.yml
  gitlab . push --manual schema:deploy
  expect "$(gitlab_verdict . deploy)" '.verdict == "PASSED" and .environment == "production" and .migrations.applied > 0'
  [ "$(sql "SELECT count(*) > 1 FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')")" = t ]
}

gitlab_schedule_without_drift() {
  gitlab "$work/gitlab-main" schedule
  expect "$(gitlab_verdict "$work/gitlab-main" drift-check)" '.verdict == "PASSED" and .exitCode == 0'
}

gitlab_schedule_with_drift() {
  sql 'CREATE TABLE not_in_git (id int)'
  fails 1 gitlab "$work/gitlab-main" schedule
  expect "$(gitlab_verdict "$work/gitlab-main" drift-check)" '.verdict == "DRIFTED" and .exitCode == 3 and .drift.added > 0'
}

# ---------------------------------------------------------------------------------------------------------------------

[ -f "$EXAMPLE_DIR/pom.xml" ] || { echo "no Maven project in EXAMPLE_DIR: $EXAMPLE_DIR" >&2 && exit 1; }
install_tools >"$work/tools.log" 2>&1 || { cat "$work/tools.log" && echo 'the tools could not be installed' && exit 1; }

test_case 'workflows, action and README examples pass actionlint' workflows_are_valid
test_case 'action, workflow, GitLab template and README agree' templates_agree
test_case 'shell scripts pass shellcheck' shell_is_clean

test_case 'action: a warning is green' a_warning_is_green
test_case 'action: every goal runs and the highest exit code wins' every_goal_runs_and_the_highest_exit_code_wins
test_case 'action: nothing is deployed after a failure' nothing_is_deployed_after_a_failure
test_case 'action: no verdict, an old one or a contradicted one is an error' no_verdict_is_an_error
test_case 'action: the worst module counts' the_worst_module_counts
test_case 'action: quoted text stays text' quoted_text_stays_text
test_case 'action: new migrations are counted from the right base' the_base_is_found
test_case 'action: inputs are not code' inputs_are_not_code

test_case 'GitHub: pull request' github_pull_request
test_case 'GitHub: pull request with a mistake' github_pull_request_with_a_mistake

test_case 'GitLab: jobs of the pipelines' gitlab_jobs
test_case 'GitLab: inputs are not code' gitlab_inputs_are_not_code
test_case 'GitLab: merge request' gitlab_merge_request
test_case 'GitLab: merge request with a mistake' gitlab_merge_request_with_a_mistake

if start_database >"$work/log" 2>&1; then
  test_case 'GitLab: deploy by hand' gitlab_deploy
  test_case 'GitLab: schedule without drift' gitlab_schedule_without_drift
  test_case 'GitLab: schedule with drift' gitlab_schedule_with_drift
elif [ "${SCHEMA_IT_REQUIRE_DB:-}" = true ]; then
  failed=$((failed + 3))
  echo 'FAILED   GitLab: deploy and drift-check need Docker and the image postgres:17'
  sed 's/^/         /' "$work/log"
else
  skipped=3
  echo 'SKIPPED  GitLab: DEPLOY AND DRIFT-CHECK WERE NOT TESTED; they need Docker and the image postgres:17'
fi

echo "templates: $passed passed, $failed failed$([ $skipped -eq 0 ] || echo ", $skipped skipped")"
[ $failed -eq 0 ]
