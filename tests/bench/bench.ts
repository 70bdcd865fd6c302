// `npm run bench`: the figures that the design states, as ratios taken side by side in one run. Times alone mean little on
// shared machines. Nothing is asserted here.
import { benchCommands } from './commands.ts';
import { benchFanOut } from './fan-out.ts';
import { benchFeeds } from './feeds.ts';
import { benchHostile } from './hostile.ts';
import { benchIdleClaim } from './idle-claim.ts';
import { benchLedger } from './ledger.ts';
import { benchMatching } from './matching.ts';
import { benchPass } from './pass.ts';
import { benchReadingSpeed } from './reading-speed.ts';
import { benchReplicas } from './replicas.ts';

const PARTS: Readonly<Record<string, () => Promise<void>>> = {
  reading: benchReadingSpeed,
  pass: benchPass,
  feeds: benchFeeds,
  hostile: benchHostile,
  ledger: benchLedger,
  matching: benchMatching,
  commands: benchCommands,
  'fan-out': benchFanOut,
  'idle-claim': benchIdleClaim,
  replicas: benchReplicas,
};

const wanted = process.argv.slice(2);
for (const [name, run] of Object.entries(PARTS)) {
  if (wanted.length === 0 || wanted.includes(name)) await run();
}
