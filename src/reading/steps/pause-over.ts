// A truce that ends: "Die Zollpause ist vorbei", "猶予期間が終了". In: a line and the noun of the truce. Out: yes or no.
import type { Hit } from '../words/lexicon.ts';
import { type Line, tokenText } from '../words/scene.ts';

const WITHIN = 4;
const OVER =
  /^(?:vorbei|ende|endet|beendet|abgelaufen|ausgelaufen|termin|fini|expir|echu|acab|scad|voorbij|afgelopen|verlopen|bitti|bitiyor|doldu|berakhir|habis|skoncz|koncz|minel|mija|закон|истек|истёк)/;
const CHARACTERS = /^[^、，,]{0,4}(?:終了|切れ|끝|종료|만료|结束|結束|到期|hết hạn|kết thúc)/;

/** True where right behind the noun stands that it is over. */
export function isOver(line: Line, noun: Hit): boolean {
  if (line.lang === 'en') return false;
  const behind = line.tokens.slice(noun.to, noun.to + WITHIN);
  if (behind.some(({ text }) => OVER.test(text))) return true;
  const start = line.tokens[noun.to - 1]?.end ?? 0;
  return tokenText(line, noun.to) !== '' && CHARACTERS.test(line.raw.slice(start, start + 16));
}
