// Runs the job of .github/workflows/schema-pr.yml here. Every expression is evaluated by GitHub's own evaluator, actions of
// others are replaced by the few lines in `external`, and the rest (our composite action) runs for real.
//
//   node github.mjs WORKSPACE ARTIFACTS '{"inputs": {}, "github": {}}'
//
// Leaves in ARTIFACTS what the job uploads, and result.json: {success, outputs, annotations, summary}.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { data, Evaluator, Lexer, Parser } from '@actions/expressions';
import { parse } from 'yaml';

const repository = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const [workspace, artifacts, given] = [resolve(process.argv[2]), resolve(process.argv[3]), JSON.parse(process.argv[4])];
const identity = { workflow_repository: 'schemagitops/schema-gitops', workflow_sha: 'f'.repeat(40) };
const temporary = mkdtempSync(join(tmpdir(), 'schema-github-'));
const summaryFile = join(temporary, 'summary.md');
const annotations = [];

function evaluate(expression, contexts, success = true) {
  const status = { success: () => success, failure: () => !success, always: () => true };
  const functions = Object.entries(status).map(([name, answer]) => ({
    name, minArgs: 0, maxArgs: 0, call: () => new data.BooleanData(answer()),
  }));
  const tree = new Parser(new Lexer(expression).lex().tokens, Object.keys(contexts), functions).parse();
  const known = JSON.parse(JSON.stringify(contexts), data.reviver);
  return new Evaluator(tree, known, new Map(functions.map((f) => [f.name, f]))).evaluate();
}

const fill = (value, contexts) =>
  String(value).replace(/\$\{\{(.*?)\}\}/gs, (_, expression) => evaluate(expression, contexts).coerceString());
const fillAll = (values, contexts) =>
  Object.fromEntries(Object.entries(values ?? {}).map(([name, value]) => [name, fill(value, contexts)]));

const pick = (entries, key) =>
  Object.fromEntries(Object.entries(entries).map(([name, entry]) => [name, entry[key] ?? '']));

function withDefaults(declared, given) {
  const unknown = Object.keys(given).filter((name) => !(name in declared));
  if (unknown.length) throw new Error(`unknown inputs: ${unknown}`);
  return { ...pick(declared, 'default'), ...given };
}

/** What the runner makes of a log: commands count unless they are stopped. */
function readLog(log) {
  let stopped = null;
  for (const line of log.split('\n')) {
    if (stopped !== null) {
      if (line === `::${stopped}::`) stopped = null;
      continue;
    }
    const command = /^::([a-z-]+)(?: title=(.*?))?::(.*)$/.exec(line);
    if (command?.[1] === 'stop-commands') stopped = command[3];
    else if (command && !['group', 'endgroup'].includes(command[1]))
      annotations.push(command.slice(1).map((part) => decodeURIComponent(part ?? '')));
  }
}

function runShell(step, contexts) {
  const [script, output] = [join(temporary, 'script.sh'), join(temporary, 'output')];
  writeFileSync(script, step.run);
  writeFileSync(output, '');
  const child = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', script], {
    cwd: workspace,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      ...fillAll(step.env, contexts),
      GITHUB_ACTIONS: 'true',
      GITHUB_ACTION_PATH: contexts.github.action_path,
      GITHUB_BASE_REF: contexts.github.base_ref ?? '',
      GITHUB_WORKSPACE: workspace,
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: summaryFile,
    },
  });
  process.stdout.write(child.stdout);
  readLog(child.stdout);
  const lines = readFileSync(output, 'utf8').split('\n').filter(Boolean);
  const outputs = Object.fromEntries(lines.map((line) => [line.split('=', 1)[0], line.slice(line.indexOf('=') + 1)]));
  return { success: child.status === 0, outputs };
}

const external = {
  'actions/checkout': (options) => {
    if (!options.path) return; // the workspace is laid out already
    if (options.repository !== identity.workflow_repository || options.ref !== identity.workflow_sha)
      throw new Error(`the action comes from somewhere else: ${JSON.stringify(options)}`);
    const folder = options['sparse-checkout'];
    cpSync(join(repository, folder), join(workspace, options.path, folder), { recursive: true });
  },
  'actions/setup-java': () => {},
  'actions/upload-artifact': (options) => {
    if (options.path !== '**/target/schema-gitops/') throw new Error(`not understood here: ${options.path}`);
    for (const file of readdirSync(workspace, { recursive: true }))
      if (/(^|\/)target\/schema-gitops\/.*\.\w+$/.test(file)) cpSync(join(workspace, file), join(artifacts, file));
  },
};

function runAction(path, given, contexts) {
  const action = parse(readFileSync(join(path, 'action.yml'), 'utf8'));
  const inner = {
    ...contexts, steps: {}, inputs: withDefaults(action.inputs, given),
    github: { ...contexts.github, action_path: path },
  };
  return { success: runSteps(action.runs.steps, inner), outputs: fillAll(pick(action.outputs, 'value'), inner) };
}

function runSteps(steps, contexts) {
  let success = true;
  for (const step of steps) {
    const condition = String(step.if ?? 'success()');
    const decides = /\b(success|failure|always)\(/.test(condition) ? condition : `success() && (${condition})`;
    if (evaluate(decides, contexts, success).coerceString() !== 'true') continue;
    const options = fillAll(step.with, contexts);
    let result = { success: true, outputs: {} };
    if (step.run) result = runShell(step, contexts);
    else if (step.uses.startsWith('./')) result = runAction(join(workspace, step.uses), options, contexts);
    else external[step.uses.split('@')[0]](options);
    if (step.id) contexts.steps[step.id] = { outputs: result.outputs };
    success &&= result.success;
  }
  return success;
}

const workflow = parse(readFileSync(join(repository, '.github/workflows/schema-pr.yml'), 'utf8'));
const { inputs, outputs } = workflow.on.workflow_call;
const contexts = {
  github: { event: {}, ...given.github }, job: identity, steps: {}, inputs: withDefaults(inputs, given.inputs),
};
const { steps, outputs: jobOutputs } = workflow.jobs.schema;
const success = runSteps(steps, contexts);
contexts.jobs = { schema: { outputs: fillAll(jobOutputs, contexts) } };

const result = {
  success, outputs: fillAll(pick(outputs, 'value'), contexts), annotations,
  summary: existsSync(summaryFile) ? readFileSync(summaryFile, 'utf8') : '',
};
writeFileSync(join(artifacts, 'result.json'), JSON.stringify(result, null, 2));
rmSync(temporary, { recursive: true });
process.exitCode = success ? 0 : 1;
