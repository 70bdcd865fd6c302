// `config`: what this environment comes to.
import { describeConfig, loadConfig, readEnvironment } from '../config/load-config.ts';
import { print } from './verb.ts';

export async function run(): Promise<number> {
  await print(`${describeConfig(loadConfig(readEnvironment()))}\n`);
  return 0;
}
