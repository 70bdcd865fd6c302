// Fault drills: kills this process the n-th time it passes a named point. SIGKILL, because a crash tidies nothing up.
import { UserError } from '../domain/error.ts';

const POINTS = ['after-claim', 'in-flight', 'accepted-before-record', 'after-record'];

/** `point:n`, for example `accepted-before-record:3`; null never kills. @throws UserError for anything else. */
export function createCrashPoint(setting: string | null): (name: string) => void {
  if (setting === null) return () => undefined;
  const [point = '', count = '1'] = setting.split(':');
  if (!POINTS.includes(point) || !/^[1-9]\d*$/.test(count)) {
    throw new UserError(
      'config-invalid',
      `TARIFFWATCH_CRASH_AT: "${setting}" is no point and count.`,
      `Points are ${POINTS.join(', ')}; for example in-flight:2.`,
    );
  }
  let left = Number(count);
  return (name) => {
    if (name !== point) return;
    left -= 1;
    if (left === 0) process.kill(process.pid, 'SIGKILL');
  };
}
