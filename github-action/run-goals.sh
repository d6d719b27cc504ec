#!/usr/bin/env bash
# Runs every goal as a Maven call of its own, so that each goal's verdict is kept, and ends with the highest exit code.
# Maven only knows "failed"; what a goal found is in target/schema-gitops/<goal>/verdict.json. Reads INPUT_* (action.yml).
# Kept to bash 3.2, which macOS runners have.
set -euo pipefail

# Every goal is a Java machine that runs for seconds: compiling its code once, quickly, saves a third of them.
export MAVEN_OPTS=${MAVEN_OPTS:--XX:TieredStopAtLevel=1}

exit_code=0 verdict=PASSED headline='' directory=${INPUT_WORKING_DIRECTORY:-.}

one_line() { printf '%s' "$1" | LC_ALL=C tr '[:cntrl:]' ' '; }

# A backslash before ASCII punctuation makes it plain text in Markdown, also "<", "|" and "@".
markdown() { one_line "$1" | LC_ALL=C sed 's/[[:punct:]]/\\&/g'; }

summary() { printf '%s\n' "$1" >>"${GITHUB_STEP_SUMMARY:-/dev/null}"; }

# Marks the run with an error; on one line, so that quoted text cannot be read as another command of the runner.
annotate() { # title text
  printf '::error title=%s::%s\n' "${1//:/%3A}" "$(one_line "${2//[%]/%25}")"
}

finish() {
  {
    printf 'verdict=%s\n' "$verdict"
    printf 'exit-code=%s\n' "$exit_code"
    printf 'headline=%s\n' "$headline"
    printf 'report-directory=%s\n' "$(one_line "${directory%/}/target/schema-gitops")"
  } >>"${GITHUB_OUTPUT:-/dev/null}"
  exit "$exit_code"
}

die() { # text
  annotate schema-gitops "$1"
  verdict=ERROR exit_code=1 headline=$(one_line "$1")
  finish
}

# The verdict files of one goal, one per Maven module.
verdict_files() { # goal find-action...
  find . \( -name .git -o -name node_modules \) -prune -o -path "*/target/schema-gitops/$1/verdict.json" "${@:2}"
}

# Prints verdict, exit code and headline of the worst module. Fails closed: only PASSED and WARNED can have exit code 0.
worst_verdict() { # goal
  verdict_files "$1" -exec cat {} + | jq -ers '
    map({verdict: (.verdict | if IN("PASSED", "WARNED", "FAILED", "DRIFTED", "UNKNOWN") then . else "ERROR" end),
         code: (.exitCode | if type == "number" and 0 <= . and . < 256 then floor else 1 end),
         headline: (.headline // "" | tostring | gsub("[[:cntrl:]]+"; " ") | .[:500])}
        | if .code == 0 and (.verdict | IN("PASSED", "WARNED") | not) then .code = 1 else . end)
    | max_by(.code) | values | "\(.verdict) \(.code) \(.headline)"'
}

maven() { # goal
  local arguments=() command=mvn wrapper token code=0
  local base=${INPUT_GIT_BASE:-${GITHUB_BASE_REF:+origin/$GITHUB_BASE_REF}}
  for wrapper in "${GITHUB_WORKSPACE:-.}/mvnw" ./mvnw; do
    if [ -f "$wrapper" ] && [ -x "$wrapper" ]; then command=$wrapper; fi
  done
  read -r -d '' -a arguments <<<"${INPUT_MAVEN_ARGS:-}" || true
  arguments=(--batch-mode --no-transfer-progress
    ${base:+"-Dschema.gitBase=$base"}
    ${INPUT_ENVIRONMENT:+"-Dschema.environment=$INPUT_ENVIRONMENT"}
    ${INPUT_FAIL_ON:+"-Dschema.failOn=$INPUT_FAIL_ON"}
    ${INPUT_SHADOW_PROVIDER:+"-Dschema.shadow.provider=$INPUT_SHADOW_PROVIDER"}
    ${INPUT_SHADOW_VERSION:+"-Dschema.shadow.version=$INPUT_SHADOW_VERSION"}
    ${arguments[@]+"${arguments[@]}"} "schema:$1")

  # The log quotes migrations and database messages: nothing in it may be a command for the runner.
  token=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  printf '::group::schema:%s\n::stop-commands::%s\n' "$1" "$token"
  "$command" "${arguments[@]}" || code=$?
  printf '\n::%s::\n::endgroup::\n' "$token"
  return "$code"
}

run() { # goal
  local maven_code=0 result goal_verdict goal_code goal_headline
  case $1 in
    validate | lint | shadow-migrate | drift-check) ;; # these change no database, so they run after a failure too
    *)
      if [ "$exit_code" -ne 0 ]; then
        summary "| \`schema:$1\` | **NOT RUN** | | An earlier goal failed\\. |"
        annotate "schema:$1" 'Not run: an earlier goal failed.'
        return
      fi
      ;;
  esac

  verdict_files "$1" -exec rm -f {} + # an older run must not answer for this one
  maven "$1" || maven_code=$?
  result=$(worst_verdict "$1") || result="ERROR 1 Maven ended with exit code $maven_code and left no verdict, see the log"
  read -r goal_verdict goal_code goal_headline <<<"$result"
  if [ "$goal_code" -eq 0 ] && [ "$maven_code" -ne 0 ]; then
    goal_headline="Maven ended with exit code $maven_code although the verdict is $goal_verdict, see the log"
    goal_verdict=ERROR goal_code=1
  fi

  summary "| \`schema:$1\` | **$goal_verdict** | $goal_code | $(markdown "$goal_headline") |"
  [ "$goal_code" -eq 0 ] || annotate "schema:$1" "$goal_verdict: $goal_headline"
  if [ "$goal_code" -gt "$exit_code" ] || { [ "$exit_code" -eq 0 ] && [ "$verdict" = PASSED ]; }; then
    exit_code=$goal_code verdict=$goal_verdict headline=$goal_headline
  fi
}

command -v jq >/dev/null || die 'jq is needed to read verdict.json and is not on this runner; install it first.'
cd -- "$directory" || die "No such working-directory: $directory"
read -r -d '' -a goals <<<"${INPUT_GOALS:-}" || true
[ ${#goals[@]} -gt 0 ] || die 'No goals given; write for example: validate lint shadow-migrate'
for goal in "${goals[@]}"; do
  [[ $goal =~ ^[a-z]+(-[a-z]+)*$ ]] || die "Not a goal: $goal; write for example: validate lint shadow-migrate"
done

summary '| Goal | Verdict | Exit code | Headline |'
summary '|---|---|---|---|'
for goal in "${goals[@]}"; do run "$goal"; done
summary ''
finish
