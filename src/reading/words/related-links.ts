// Links to other stories inside a text: "Also read: Brazil raises its tariff". In: the text of a field. Out: the same text, as
// long as before, with such links blanked up to the end of their line.

const MARKERS = [
  'also read|read also|read more|see also|related|related story|more on this|don.t miss',
  'baca juga|baca selengkapnya|lihat juga|simak juga',
  '[àa] lire aussi|lire aussi|[àa] lire [ée]galement|voir aussi|sur le m[êe]me sujet',
  'lees ook|lees meer|lees verder|zie ook',
  'lesen sie auch|lesen sie dazu|lesen sie hier|mehr dazu|mehr zum thema|siehe auch|auch interessant',
  'lea tambi[ée]n|lee tambi[ée]n|lea adem[áa]s|(?:te|le) puede interesar|ver tambi[ée]n|vea tambi[ée]n',
  'leia tamb[ée]m|leia mais|veja tamb[ée]m|saiba mais',
  'leggi anche|vedi anche|per approfondire',
  '(?:prze)?czytaj (?:te[żz]|tak[żz]e|r[óo]wnie[żz]|wi[ęe]cej)|zobacz (?:te[żz]|tak[żz]e)',
  'читайте также|читать также|смотрите также|см\\. также',
  'bunu da okuyun|ayrıca okuyun|ilgili haber',
  'xem thêm|đọc thêm|tin liên quan',
  '関連記事|あわせて読みたい|관련 ?기사|相关阅读|延伸阅读|相關新聞|延伸閱讀|相关新闻',
  'اقرأ أيض(?:ا|ًا|اً)',
];

const LINK = new RegExp(
  `(?:^|[\\n.!?…»”"')\\]>|•–—]|。)\\s{0,3}(?:${MARKERS.join('|')})\\s?[:：][^\\n<]*`,
  'giu',
);

/** Blanks the links; the offsets of all other words stay. */
export function withoutLinks(text: string): string {
  if (!/[:：]/.test(text)) return text;
  return text.replace(LINK, (link) => link.charAt(0) + ' '.repeat(link.length - 1));
}
