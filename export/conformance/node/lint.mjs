// Reads definitions with bpmn-moddle and checks them with bpmnlint: every warning is
// printed. The argument is a file of plans, made by the Go test.
import fs from 'node:fs';
import path from 'node:path';
import {createRequire} from 'node:module';
import {BpmnModdle} from 'bpmn-moddle';

const require = createRequire(import.meta.url);
const {Linter} = require('bpmnlint');
const NodeResolver = require('bpmnlint/lib/resolver/node-resolver');

const targets = {
  bpmn: {moddle: {}, rules: []},
  camunda8: {moddle: {zeebe: require('zeebe-bpmn-moddle/resources/zeebe.json')}, rules: ['plugin:camunda-compat/camunda-cloud-8-8']},
  camunda7: {moddle: {camunda: require('camunda-bpmn-moddle/resources/camunda.json')}, rules: ['plugin:camunda-compat/camunda-platform-7-24']},
  flowable: {moddle: {}, rules: []},
};

const [file] = process.argv.slice(2);
const resolver = new NodeResolver({require});
let failed = 0;
let done = 0;
for (const plan of JSON.parse(fs.readFileSync(file, 'utf8'))) {
  const target = targets[plan.target];
  const report = (message) => { failed++; console.log(`${plan.file}: ${message}`); };
  const {rootElement, warnings} = await new BpmnModdle(target.moddle).fromXML(fs.readFileSync(path.join(path.dirname(file), plan.file), 'utf8'));
  for (const w of warnings) report(w.message);
  const linter = new Linter({resolver, config: {extends: ['bpmnlint:recommended', ...target.rules]}});
  for (const [rule, list] of Object.entries(await linter.lint(rootElement))) {
    for (const r of list) report(`${rule}: ${r.id}: ${r.message}`);
  }
  done++;
}
console.log(`${done} files`);
process.exitCode = failed ? 1 : 0;
