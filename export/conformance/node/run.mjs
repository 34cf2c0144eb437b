// Executes definitions to their end, in memory. The argument is a file of plans, made by
// the Go test; what a run visited and should not, or the reverse, is printed.
import fs from 'node:fs';
import path from 'node:path';
import {EventEmitter} from 'node:events';
import {BpmnModdle} from 'bpmn-moddle';
import * as elements from 'bpmn-elements';
import {Engine} from 'bpmn-engine';
import {evaluate} from 'feelin';

const [file] = process.argv.slice(2);
const plans = JSON.parse(fs.readFileSync(file, 'utf8'));
const folder = path.dirname(file);
// A definition calls those of its own folder.
const place = (plan, process) => path.dirname(plan.file) + ' ' + process;
const byProcess = new Map(plans.map((p) => [place(p, p.process), p]));
const contexts = new Map();

async function context(plan) {
  if (!contexts.has(plan.file)) {
    const read = await new BpmnModdle().fromXML(fs.readFileSync(path.join(folder, plan.file), 'utf8'));
    contexts.set(plan.file, read);
  }
  return contexts.get(plan.file);
}

// FEEL, strictly: no warning, no null, and conditions are true or false.
function feel(expression, variables, wanted) {
  const {value, warnings} = evaluate(expression, variables);
  if (warnings.length) throw new Error(`${expression}: ${warnings.map((w) => w.message).join('; ')}`);
  if (typeof value !== wanted) throw new Error(`${expression} is ${value}, not a ${wanted}`);
  return value;
}

const expressions = {
  resolveExpression(text, scope) {
    if (typeof text !== 'string') return text;
    const {variables} = scope.environment;
    if (/ = (true|false)$/.test(text)) return feel(text.replace(/^=/, ''), variables, 'boolean');
    if (text.startsWith('=')) return feel(text.slice(1), variables, 'string');
    return text;
  },
  isExpression: () => false,
  hasExpression: () => false,
};

// Timers that fire when they are told to: a timer over 24.8 days is never scheduled.
class ByHand {
  constructor() { this.pending = new Map(); }
  get executing() { return [...this.pending.values()]; }
  register(owner) {
    const set = (callback, delay, ...args) => {
      const id = owner.parent?.id ?? owner.id;
      const ref = {id, fire: () => { this.pending.delete(ref); callback(...args); }};
      this.pending.set(ref, ref);
      return ref;
    };
    return {setTimeout: set, clearTimeout: (ref) => { this.pending.delete(ref); }};
  }
  setTimeout(callback, delay, ...args) { return this.register({}).setTimeout(callback, delay, ...args); }
  clearTimeout(ref) { this.pending.delete(ref); }
  fire(ids) {
    for (const ref of [...this.pending.values()]) if (ids.includes(ref.id)) ref.fire();
  }
}

// A day on which no test runs; timers wait for it until they are told to fire.
const due = '2999-01-01T18:30:00Z';

async function execute(plan, run) {
  const visited = [];
  const timers = new ByHand();
  const late = (id) => { if (run.late) timers.fire(plan.timers[id] ?? []); };
  const engine = new Engine({
    name: plan.file,
    moddleContext: await context(plan),
    elements: {...elements, Task: elements.UserTask}, // somebody does what nobody is named for
    expressions, timers,
    extensions: {
      systems(activity) {
        if (activity.type !== 'bpmn:ServiceTask') return;
        activity.behaviour.Service = function Service() {
          return {
            execute(message, done) {
              if (plan.due[activity.id]) activity.environment.variables[plan.due[activity.id]] = due;
              setImmediate(() => { late(activity.id); done(); });
            },
          };
        };
      },
    },
  });
  const listener = new EventEmitter();
  return new Promise((resolve, reject) => {
    listener.on('activity.end', (api) => visited.push(api.id));
    listener.on('activity.wait', (api) => setImmediate(() => { late(api.id); api.signal(); }));
    listener.on('activity.call', (api) => {
      const called = byProcess.get(place(plan, plan.calls[api.id]));
      if (!called) { reject(new Error(`${api.id} calls ${plan.calls[api.id]}, which is not there`)); return; }
      execute(called, called.runs[0]).then(() => { late(api.id); api.signal(); }, reject);
    });
    engine.once('error', reject);
    engine.once('end', () => resolve(visited));
    engine.execute({listener, variables: {...run.variables}}).catch(reject);
    setTimeout(() => reject(new Error('did not end; visited ' + visited.join(' '))), 60000).unref();
  });
}

let failed = 0;
let done = 0;
const fail = (plan, run, reason) => { failed++; console.log(`${plan.file}: ${run.name}: ${reason}`); };
for (const plan of plans) {
  for (const run of plan.runs) {
    try {
      const got = (await execute(plan, run)).sort().join(' ');
      const want = [...run.visits].sort().join(' ');
      if (got !== want) fail(plan, run, `visited\n\t${got}\ninstead of\n\t${want}`);
      done++;
    } catch (e) {
      fail(plan, run, e.stack);
    }
  }
}
console.log(`${done} runs of ${plans.length} definitions`);
process.exitCode = failed ? 1 : 0;
