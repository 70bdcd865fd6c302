#!/usr/bin/env node
import { describeFault, UsageError } from './cli/verb.ts';
// `tariffwatch VERB ...`: picks the verb from the table, prints its faults for people, sets the exit code
// (0 done, 1 failed, 2 wrong usage). Results go to stdout, everything else to stderr.
import { findVerb, renderUsage } from './cli/verb-table.ts';

async function run(argv: readonly string[]): Promise<number> {
  const [name, ...args] = argv;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    process.stdout.write(renderUsage());
    return name === undefined ? 2 : 0;
  }
  const verb = findVerb(name);
  if (verb === undefined) {
    process.stderr.write(`tariffwatch: there is no verb "${name}"\n\n${renderUsage()}`);
    return 2;
  }
  try {
    return await verb.run(args);
  } catch (fault) {
    process.stderr.write(describeFault(verb, fault));
    return fault instanceof UsageError ? 2 : 1;
  }
}

// A reader that closes the pipe early (`| head`) is no fault of ours.
process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
  if (fault.code === 'EPIPE') process.exit(0);
  throw fault;
});

process.exitCode = await run(process.argv.slice(2));
