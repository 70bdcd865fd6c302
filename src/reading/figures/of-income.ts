// Percentages of what a country earns or spends: "5 % du PIB", "тратить 5% на оборону", "成長率を0.3%". In: a percentage in its
// sentence. Out: yes or no. Outside English; there the list of shares tells it.
import type { Token } from '../words/cut-text.ts';
import { hitsOf, type Line } from '../words/scene.ts';
import type { Percent } from './find-percents.ts';

const WORDS =
  /^(?:pib|pil|pkb|bip|bbp|gdp|pdb|gsyh|gsyih|hdp|bnp|ввп|ввп-а|αεπ|оборон|военн|defens|defesa|difesa|defense|verteidig|rustung|savunma|pertahanan|obronn|wzrost|wachstum|croissanc|crecimient|cresciment|crescita|pertumbuhan|buyume|groei|рост)/;
const CHARACTERS =
  /(?:GDP|国内総生産|成長率|防衛費|국내총생산|성장률|방위비|国防|國防|增速|经济增长|quốc phòng|tăng trưởng)/;
const NEAR = 4;

/** True for a part of the national income, a growth rate, or what is spent on arms. */
export function isOfIncome(line: Line, percent: Percent): boolean {
  if (line.lang === 'en') return false;
  const near = line.tokens.slice(Math.max(0, percent.from - NEAR), percent.to + NEAR);
  const isNear = near.some(({ text }) => WORDS.test(text)) || CHARACTERS.test(textOf(line, near));
  if (!isNear) return false;
  // "cresce il dazio, al 25%": what stands right beside the figure is a tariff.
  return !hitsOf(line, 'tariff').some(
    (hit) => hit.from - percent.to <= 1 && percent.from - hit.to <= 1,
  );
}

function textOf(line: Line, tokens: readonly Token[]): string {
  const [first, last] = [tokens[0], tokens[tokens.length - 1]];
  return first === undefined || last === undefined ? '' : line.raw.slice(first.start, last.end);
}
