// In: a line and where a place ends. Out: the noun that the place stands before.
import { isObject } from '../objects/step-objects.ts';
import { hitFrom, type Line, means, tokenText } from '../words/scene.ts';

/** What the place stands before: a tariff noun ("US steel tariffs") or goods ("Chinese electric vehicles"). */
export function nextNoun(line: Line, to: number): 'tariff' | 'goods' | null {
  let seen: 'goods' | null = null;
  let at = to;
  for (let steps = 0; steps < 7; steps += 1) {
    const hit = hitFrom(line, at);
    if (hit === undefined) {
      const token = line.tokens[at];
      if (token === undefined) return seen;
      // Adjectives and numbers may stand between; a mark or a little word ends the noun phrase.
      if (
        token.kind === 'mark' &&
        token.text !== '%' &&
        token.text !== '"' &&
        !(seen !== null && token.text === ',')
      ) {
        return seen;
      }
      if (PHRASE_ENDS.has(token.text) || isCurbing(line, at)) return seen;
      if (steps > 3 && seen === null) return null;
      at += 1;
      continue;
    }
    // "21% para o Japão e 14% para": the next figure of a list, which falls on somebody else.
    if (hit.meanings.has('percent') && isJoinedTo(line, to, hit.from)) return seen;
    // "Peru would not receive an exemption": a phrase that denies is the verb of who stands before it.
    if (means(hit, 'verb', 'deny')) return seen;
    // "Steel from Turkey can no longer be excluded from the duty": so is one that tells what is lost.
    if (means(hit, 'verb', 'lose') && hit.meanings.has('gainer')) return seen;
    if (isObject(hit, line) && !hit.meanings.has('deal')) return 'tariff';
    // "英国公司税率": the rate of its companies, not one that the country charges.
    if (line.lang === 'zh' && hit.meanings.has('nogoods')) return seen;
    if (hit.meanings.has('goods') || hit.meanings.has('product')) seen = 'goods';
    else if (hit.meanings.has('deal') || hit.meanings.has('place')) return seen;
    else if (hit.meanings.has('prep') || (hit.meanings.has('verb') && !hit.meanings.has('number')))
      return seen;
    else if (hit.meanings.has('leadership') || hit.meanings.has('formal')) return seen;
    // "Indian steel pays 25% tariff", "Indian steel under a dumping probe".
    else if (hit.meanings.has('gainer')) return seen;
    else if (hit.meanings.has('mood') || means(hit, 'saying', 'judge')) return seen;
    else if (means(hit, 'clause', 'opening') || means(hit, 'clause', 'timing')) return seen;
    at = hit.to;
  }
  return seen;
}

// "UK limits steel imports": in a title the verb; a text has "export limits on" as often.
function isCurbing(line: Line, at: number): boolean {
  return line.isTitle && line.lang === 'en' && /^(?:limits|caps)$/.test(tokenText(line, at));
}

const JOINERS: ReadonlySet<string> = new Set('and und et y e en i и ve dan va och og'.split(' '));

function isJoinedTo(line: Line, from: number, to: number): boolean {
  return line.tokens.slice(from, to).some(({ text }) => JOINERS.has(text));
}

const PHRASE_ENDS: ReadonlySet<string> = new Set(
  'a an the has have is are was were be been that which said says who its their his her as than it he they before until unless if amid without or after bans banned blocks blocked halts halted restricts restricted curbs tightens buys sells protects guards shields rewards helps props defends bolsters backs backed finds found determines determined concludes concluded rules ruled'.split(
    ' ',
  ),
);

/** Where the noun phrase behind a name begins: "the EU's doubled steel tariff", behind a possessive a participle is an adjective. */
export function behindName(line: Line, to: number, isPossessive: boolean): number {
  const at = isPossessive ? to + 1 : to;
  if (tokenText(line, at - 1) !== "'s" && tokenText(line, at - 1) !== "'") return at;
  const hit = hitFrom(line, at);
  const isParticiple = means(hit, 'verb') && /ed$/.test(tokenText(line, at));
  return hit !== undefined && isParticiple ? hit.to : at;
}
