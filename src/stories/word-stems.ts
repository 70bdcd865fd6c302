// Stems of English words, by which two tellings of one event share a word. In: a word in lower case. Out: its stem.

/** Endings that Britain and America spell in two ways; a word that is no English is changed alike wherever it stands. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/our(?=(?:s|ed|ing)?$)/, 'or'],
  [/is(?=(?:e|es|ed|ing|ation|ations)$)/, 'iz'],
  [/([bt])re(?=s?$)/, '$1er'],
  [/enc(?=es?$)/, 'ens'],
  [/gramme(?=s?$)/, 'gram'],
  [/^tyre/, 'tire'],
];

// "Labour" and "labor", "fibre" and "fiber": one event in two spellings.
function americanOf(word: string): string {
  if (word.length < 4) return word;
  return SPELLINGS.reduce((spelt, [pattern, to]) => spelt.replace(pattern, to), word);
}

/** The stem of a word in its American spelling: enough to join "cuts" with "cut" and "doubled" with "doubling"; a wrong stem
 * only has to be wrong alike. */
export function stemOf(printed: string): string {
  const word = americanOf(printed);
  if (word.length < 5) return word.replace(/([^s])s$/, '$1');
  const bare = word
    .replace(/ies$/, 'y')
    .replace(/(?:sses|xes|ches|shes)$/, (end) => end.slice(0, -2))
    .replace(/([^su])s$/, '$1');
  const root = bare.replace(/(?:ing|ed)$/, '');
  if (root === bare || root.length < 3) return bare.replace(/e$/, '');
  return root.replace(/([^aeioulsz])\1$/, '$1').replace(/e$/, '');
}
