// Who lays a remedy that a title abroad only names with its origins: "Antidumpingrechten op draad uit Egypte" / "De EU maakte dat
// bekend". In: the item, its leading step and the roles found so far. Out: whether an imposer was added.
import { placeGroups } from '../places/read-places.ts';
import type { Step } from '../steps/find-steps.ts';
import { type Line, lineHas, type Scene } from '../words/scene.ts';
import { addAll, type Found } from './found.ts';

const NAMED: ReadonlySet<string> = new Set(['bare', 'subject', 'agent']);

/** Words of who makes an act known or takes it, folded; `verb` rows and `announced` rows say it as well. */
const PUBLISHING =
  /publi[ckqée]|bekend|bekannt|besch?los|decis|decid|décid|uchwal|ogłos|опублик|решил|yayım|karar|公布|公告|发布|發布|告示|발표|고시|diumumkan|công bố/i;

/** Adds the one state that the first sentence under such a title says published or took the act. */
export function addPublisher(scene: Scene, lead: Step, imposers: Found, targets: Found): boolean {
  if (scene.lang === 'en' || !lead.line.isTitle || lead.verb !== lead.object) return false;
  const line = scene.lines.find(({ index }) => index === 1);
  if (line === undefined || !tellsOfAct(line)) return false;
  const others = placeGroups(line).filter(({ codes }) =>
    codes.every((code) => code !== 'WORLD' && !targets.has(code)),
  );
  const [first] = others;
  const isOne = others.length === 1 && first?.codes.length === 1 && NAMED.has(first.role);
  if (first === undefined || !isOne) return false;
  addAll(imposers, first.codes, line, 'role:published-by');
  return true;
}

function tellsOfAct(line: Line): boolean {
  return (
    lineHas(line, 'verb', 'announce') ||
    line.classes.has('announced') ||
    PUBLISHING.test(line.raw.slice(line.start, line.end))
  );
}
