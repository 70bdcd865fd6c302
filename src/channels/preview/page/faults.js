// What went wrong between page and program, in one line under the command line.
import { byId } from './elements.js';

/** @param {Error | null} fault null takes the line away */
export function showFault(fault) {
  byId('composer-hint').hidden = fault !== null;
  const line = byId('composer-fault');
  line.hidden = fault === null;
  if (fault === null) return;
  // A TypeError is the browser's own word for a program that is not there.
  line.textContent =
    fault instanceof TypeError
      ? 'The program does not answer. Is it still running?'
      : fault.message;
}

/** Does `work` for an event handler: a failure is shown, a success takes an earlier one away. */
export function attempt(work) {
  work().then(() => showFault(null), showFault);
}
