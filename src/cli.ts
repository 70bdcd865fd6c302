#!/usr/bin/env node
import { describeFault, UsageError } from './cli/verb.ts';
// `tariffwatch VERB ...`: picks the verb from the table, prints its faults for people, sets the exit code
// (0 done, 1 failed, 2 wrong usage). Results go to stdout, everything else to stderr.
import { findVerb, renderUsage, renderVerbUsage } from './cli/verb-table.ts';

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
  // Asked before anything else: `serve --help` must not begin to poll.
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(`usage: tariffwatch ${renderVerbUsage(verb)}\n`);
    return 0;
  }
  try {
    return await verb.run(args);
  } catch (fault) {
    process.stderr.write(describeFault(verb, fault));
    return fault instanceof UsageError ? 2 : 1;
  }
}

// A reader that closes the pipe early (`| head`) is no fault of ours, and a disk that is full (`> file`) is none of the code.
process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
  if (fault.code === 'EPIPE') process.exit(0);
  process.stderr.write(`tariffwatch: the output cannot be written: ${fault.message}\n`);
  process.exit(1);
});

process.exitCode = await run(process.argv.slice(2));
