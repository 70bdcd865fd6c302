// Phrases of other languages than English whose halves stand apart: "Washington lehnt die Bitte der Schweiz um niedrigere Zölle
// ab", "拒绝瑞士降税请求". In: a sentence. Out: the verb, what it is done to and its family.
import { objectsIn } from '../objects/step-objects.ts';
import type { Hit } from '../words/lexicon.ts';
import { hitsOf, isParted, type Line, means, tokenText } from '../words/scene.ts';
import type { Phrase } from './phrase.ts';

const REQUEST_WITHIN = 5;

/** A request to be spared or charged less that is turned down. */
export function refusedRequest(line: Line): readonly Phrase[] {
  const object = objectsIn(line)[0]?.hit ?? hitsOf(line, 'zerorate')[0];
  if (object === undefined) return [];
  const refusal = hitsOf(line, 'verb').find((hit) => means(hit, 'verb', 'deny'));
  if (refusal === undefined) return noRelief(line);
  const request = line.hits.find(
    (hit) => hit !== refusal && isRequest(hit) && isNear(line, refusal, hit),
  );
  if (request === undefined) return [];
  const isWanted = means(request, 'mood', 'seek') || means(request, 'verb', 'seek');
  const isForRelief =
    isWanted ||
    line.classes.has('zerorate') ||
    objectsIn(line).some(({ abouts }) => abouts.includes('relief'));
  if (!isForRelief && !hitsOf(line, 'verb').some(isOfRelief)) return [];
  return [{ verb: refusal, object, family: 'deny', about: 'relief', cost: 0 }];
}

// "rejects the proposal of a zero duty", "of lower duties": a plan to impose that is denied is no request.
function isOfRelief(hit: Hit): boolean {
  return EASING.some((family) => means(hit, 'verb', family));
}

const EASING = ['exempt', 'cut', 'remove', 'suspend', 'delay'] as const;

function isRequest(hit: Hit): boolean {
  return means(hit, 'mood', 'seek') || means(hit, 'verb', 'seek') || means(hit, 'verb', 'propose');
}

function isNear(line: Line, left: Hit, right: Hit): boolean {
  const [from, to] = left.to <= right.from ? [left.to, right.from] : [right.to, left.from];
  return to - from <= REQUEST_WITHIN && !isParted(line, from, to);
}

const NONE_OF =
  /^(?:kein|keine|keinen|geen|aucune|aucun|ninguna|ningun|nenhuma|nenhum|nessuna|nessun|zadnego|zadnych|ingen|inga|pas|sin|sem|никаких|никакого)$/;
const NONE_WITHIN = 2;

// "Keine Ausnahme von Stahlzöllen für Japan", "EU: Geen vrijstelling": a relief that is said not to come.
function noRelief(line: Line): readonly Phrase[] {
  if (!line.isTitle || !line.classes.has('place')) return [];
  for (const object of hitsOf(line, 'relief')) {
    for (let at = object.from - 1; at >= Math.max(0, object.from - NONE_WITHIN); at -= 1) {
      const isOpening = at === 0 || tokenText(line, at - 1) === ':';
      if (!isOpening || !NONE_OF.test(tokenText(line, at))) continue;
      const verb: Hit = { ...object, from: at, to: at + 1 };
      return [{ verb, object, family: 'deny', about: 'relief', cost: 0 }];
    }
  }
  return [];
}

const COLON_WITHIN = 2;

/** "Trump minaccia la Spagna: dazi se non paga": who is threatened stands before the colon, with what right behind it. */
export function threatBehindColon(line: Line): readonly Phrase[] {
  if (!line.isTitle) return [];
  const verb = hitsOf(line, 'verb').find((hit) => means(hit, 'verb', 'threaten'));
  const colon = line.tokens.findIndex(({ text }) => text === ':');
  if (verb === undefined || colon < verb.to) return [];
  const object = hitsOf(line, 'tariff').find(
    (hit) => hit.from > colon && hit.from - colon <= COLON_WITHIN,
  );
  if (object === undefined || hitsOf(line, 'tariff').some((hit) => hit.to <= colon)) return [];
  return [{ verb, object, family: 'threaten', about: 'tariff', cost: 1 }];
}
