// A log that says nothing, for tests that look at something else.
import type { Log } from '../../src/ports/world.ts';

export const SILENT_LOG: Log = { debug() {}, info() {}, warn() {}, error() {} };
