// What no linter checks: pinned actions, no expression inside a shell script, and that the action, the reusable workflow,
// the GitLab template and the README speak of the same inputs, outputs and properties. Prints one line per problem.
//
//   node checks.mjs             # check
//   node checks.mjs scripts DIR # write every shell script found in YAML into DIR, for shellcheck
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, parseAllDocuments } from 'yaml';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const read = (path) => readFileSync(join(root, path), 'utf8');
const workflowFiles = readdirSync(join(root, '.github/workflows')).map((name) => `.github/workflows/${name}`);
const actionFile = 'github-action/action.yml';
const gitlabFile = 'ci-templates/gitlab/schema-gitops.gitlab-ci.yml';
const action = parse(read(actionFile));
const [gitlabSpec, gitlabJobs] = parseAllDocuments(read(gitlabFile)).map((document) => document.toJS());
const shell = read('github-action/run-goals.sh');
const readme = read('github-action/README.md');

const steps = [
  ...action.runs.steps.map((step) => ({ file: actionFile, step })),
  ...workflowFiles.flatMap((file) =>
    Object.values(parse(read(file)).jobs).flatMap((job) => (job.steps ?? [job]).map((step) => ({ file, step })))),
];
const gitlabScripts = Object.values(gitlabJobs).flatMap((job) => job.script ?? []);

if (process.argv[2] === 'scripts') {
  const scripts = [...steps.flatMap(({ step }) => step.run ?? []).map((text) => ['bash', text]),
    ...gitlabScripts.map((text) => ['sh', text])];
  scripts.forEach(([kind, text], i) =>
    writeFileSync(join(process.argv[3], `${i}.${kind}`), `#!/bin/${kind}\n${text}\n`));
  process.exit();
}

const problems = [];
const check = (holds, problem) => holds || problems.push(problem);
const differ = (left, right) => [...left.filter((x) => !right.includes(x)), ...right.filter((x) => !left.includes(x))];
const same = (left, right, what) => check(!differ(left, right).length, `${what}: ${differ(left, right)}`);
const matches = (text, pattern) => [...new Set([...text.matchAll(pattern)].map((match) => match[1]))];

for (const file of [actionFile, ...workflowFiles])
  for (const use of matches(read(file), /^\s*(?:- )?uses:\s*(.*)$/gm))
    check(use.startsWith('./') || /^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(use), `${file}: not pinned: ${use}`);
check(action.runs.steps.every((step) => step.run), `${actionFile}: has a step that is not a run: step`);

const inputs = Object.keys(action.inputs);
for (const { file, step } of steps) {
  check(!step.run?.includes('${{'), `${file}: an expression inside run:, pass it through env:`);
  if (!step.uses?.endsWith('/github-action')) continue;
  same(Object.keys(step.with), inputs, `${file}: inputs of the action passed or declared, but not both`);
  for (const [name, declared] of Object.entries(parse(read(file)).on.workflow_call.inputs))
    if (inputs.includes(name))
      check(declared.default === action.inputs[name].default, `${file}: another default than the action's: ${name}`);
}
for (const file of workflowFiles) {
  const workflow = parse(read(file));
  check(JSON.stringify(workflow.permissions) === '{}', `${file}: permissions at the top must be {}, jobs ask for theirs`);
  for (const [name, job] of Object.entries(workflow.jobs)) check(job.permissions, `${file}: job ${name} names no permissions`);
}

const variable = (name) => `INPUT_${name.toUpperCase().replaceAll('-', '_')}`;
same(matches(shell, /\b(INPUT_[A-Z_]+)\b/g), inputs.map(variable), 'run-goals.sh: variables read or declared, but not both');
same(Object.keys(action.runs.steps[0].env), inputs.map(variable), `${actionFile}: env: and inputs: differ`);
same(matches(shell, /printf '([a-z-]+)=/g), Object.keys(action.outputs), 'run-goals.sh: outputs written or declared, but not both');
same(matches(readme, /^\| `([a-z-]+)` \|/gm), [...inputs, ...Object.keys(action.outputs)], 'README.md: rows of the tables');

same(matches(read(gitlabFile), /\$\[\[ inputs\.([a-z-]+) \]\]/g), Object.keys(gitlabSpec.spec.inputs), `${gitlabFile}: inputs used or declared, but not both`);
check(!gitlabScripts.some((script) => script.includes('$[[')), `${gitlabFile}: an input inside script:, pass it through variables:`);
check(!Object.values(gitlabJobs).some((job) => job.services), `${gitlabFile}: has services:`);

const ours = ['schema.gitBase', 'schema.environment', 'schema.failOn', 'schema.shadow.provider', 'schema.shadow.version'];
same(matches(shell, /-D([\w.]+)/g), ours, 'run-goals.sh: properties of Maven');
same(matches(read(gitlabFile), /-D([\w.]+)/g), ours, `${gitlabFile}: properties of Maven`);

problems.forEach((problem) => console.log(problem));
process.exitCode = problems.length ? 1 : 0;
