// Whom an inquiry looks into besides those of the title, outside English: "untersucht auch Beihilfen in Chile, Peru und Norwegen", "チリやペルーも対象だ". In: the item, its leading step and the sides found so far. Out: they are among the targets.
import { placeGroups } from '../places/read-places.ts';
import type { Step } from '../steps/find-steps.ts';
import type { Line, Scene } from '../words/scene.ts';
import { addAll, type Found } from './found.ts';

const WITHIN = 2;
/** "is among those looked into", as printed. */
const AMONG = /対象|대상|对象|對象|被调查|被調查/u;
const LISTED_LEAST = 2;

/** Adds the states that a sentence near the top lists as looked into; whoever inquires is none. */
export function addProbedAbroad(scene: Scene, lead: Step, imposers: Found, targets: Found): void {
  if (scene.lang === 'en' || lead.action !== 'investigation-opened') return;
  if (lead.family === 'nominal') readNamed(lead, imposers, targets);
  for (const line of scene.lines) {
    if (line === lead.line || line.isTitle || line.index > WITHIN) continue;
    if (!line.classes.has('probe') && !isAmong(line)) continue;
    const groups = placeGroups(line).filter(
      ({ kinds, codes }) =>
        kinds.every((kind) => kind === 'name' || kind === 'demonym' || kind === 'capital') &&
        !codes.some((code) => code === 'WORLD' || imposers.has(code)),
    );
    const codes = new Set(groups.flatMap((group) => [...group.codes]));
    if (codes.size >= LISTED_LEAST) addAll(targets, [...codes], line, 'role:whom-probed');
  }
}

function isAmong(line: Line): boolean {
  return AMONG.test(line.raw.slice(line.start, line.end));
}

// "Usa, nuova indagine sulla Svizzera": where nouns alone tell it, who opens the title inquires, and who stands behind is looked into.
function readNamed({ line, object }: Step, imposers: Found, targets: Found): void {
  const [first, ...others] = placeGroups(line);
  const behind = others.filter(({ from }) => from >= object.to);
  if (first?.from !== 0 || first.to > object.from || behind.length === 0) return;
  for (const { codes } of behind) {
    for (const code of codes) imposers.delete(code);
    addAll(targets, codes, line, 'role:whom-probed');
  }
  for (const code of first.codes) targets.delete(code);
  addAll(imposers, first.codes, line, 'role:leading-sentence');
}
