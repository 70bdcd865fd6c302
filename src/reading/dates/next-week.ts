// Weekdays of the week to come: "next Wednesday", "下周五", "vendredi de la semaine prochaine". In: a weekday in its sentence. Out: yes
// or no. Elsewhere "next" before or behind a weekday is only the nearest one ("próximo lunes", "kommenden Montag").
import type { Hit } from '../words/lexicon.ts';
import { type Line, tokenText } from '../words/scene.ts';

const BEFORE = /(?:下|下个|下個|来週の?|來週|다음주|내주|nachstewoche|gelecekhafta|volgendeweek)$/;
const BEHIND =
  /^(?:dela(?:semaineprochaine|proximasemana|semanaproxima|semanaqueviene)|da(?:proximasemana|semanaquevem)|dellaprossimasettimana|(?:nachster|kommender)woche|volgendeweek|(?:w)?przyszlegotygodnia|tuan(?:toi|sau)|(?:minggu|pekan)depan|следующеинедели)/;
const BEFORE_WITHIN = 3;
const BEHIND_WITHIN = 5;

export function isOfNextWeek(line: Line, { from, to }: Hit): boolean {
  if (line.lang === 'en') return tokenText(line, from - 1) === 'next';
  return (
    BEFORE.test(joined(line, Math.max(0, from - BEFORE_WITHIN), from)) ||
    BEHIND.test(joined(line, to, to + BEHIND_WITHIN))
  );
}

const joined = (line: Line, from: number, to: number): string =>
  line.tokens
    .slice(from, to)
    .map(({ text }) => text)
    .join('');
