// `config`: what this environment comes to. Of a faulty one: every key with its default, and the faults.
import { describeConfig, loadConfig, readEnvironment } from '../config/load-config.ts';
import { print, takeNoArguments } from './verb.ts';

export async function run(args: readonly string[]): Promise<number> {
  takeNoArguments(args);
  const environment = readEnvironment();
  try {
    await print(`${describeConfig(loadConfig(environment))}\n`);
    return 0;
  } catch (fault) {
    // What can be set is what somebody needs to mend it; the values are not shown as if they held.
    await print(`${describeConfig(loadConfig({}))}\n`);
    throw fault;
  }
}
