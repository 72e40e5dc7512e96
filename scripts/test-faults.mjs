/** `npm run test:faults -- --rounds N`: as many rounds of SIGKILL as you like; the normal test run does 20. */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '20' } } });
if (!/^[1-9]\d{0,5}$/.test(values.rounds)) {
  console.error('--rounds takes a whole number, 1 or more.');
  process.exit(2);
}
const { status } = spawnSync(process.execPath, ['scripts/launch.mjs', 'test', 'faults'], {
  stdio: 'inherit',
  env: { ...process.env, FAULT_ROUNDS: values.rounds },
});
process.exit(status ?? 1);
