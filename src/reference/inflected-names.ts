// Names of states as sentences print them in languages that decline them: Polish "z Ghany", Russian "из Ганы", Hungarian "Ghánából".
// In: an official name of one word and its language. Out: its forms beside the name itself. Endings as the school grammars of the
// languages give them for names of places; forms that a language does not have do no harm, since nobody prints them.

type Ending = { readonly ends: RegExp; readonly drop: number; readonly forms: readonly string[] };

const forms = (list: string): readonly string[] => list.split(' ');

/** By language: the first row whose ending fits a name tells its forms. */
const ENDINGS: Readonly<Record<string, readonly Ending[]>> = {
  pl: [
    { ends: /[ij]a$/, drop: 1, forms: forms('i ę ą o') },
    { ends: /ka$/, drop: 2, forms: forms('ki ce kę ką') },
    { ends: /ga$/, drop: 2, forms: forms('gi dze gę gą') },
    { ends: /la$/, drop: 1, forms: forms('i ę ą') },
    { ends: /ra$/, drop: 1, forms: forms('y ze ę ą') },
    { ends: /da$/, drop: 1, forms: forms('y zie ę ą') },
    { ends: /a$/, drop: 1, forms: forms('y ie ę ą') },
    { ends: /[kg]$/, drop: 0, forms: forms('u owi iem') },
    { ends: /[^aeiouy]$/, drop: 0, forms: forms('u owi em ie ze a') },
  ],
  ru: [
    { ends: /ия$/, drop: 1, forms: forms('и ю ей') },
    { ends: /я$/, drop: 1, forms: forms('и е ю ей') },
    { ends: /[гкхжш]а$/, drop: 1, forms: forms('и е у ой ей') },
    { ends: /а$/, drop: 1, forms: forms('ы е у ой') },
    { ends: /й$/, drop: 1, forms: forms('я ю ем е') },
    { ends: /[бвгдзклмнпрстфхцчшщ]$/, drop: 0, forms: forms('а у ом е') },
  ],
  uk: [
    { ends: /ія$/, drop: 1, forms: forms('ї ю єю') },
    { ends: /а$/, drop: 1, forms: forms('и і у ою') },
    { ends: /[бвгдзклмнпрстфхцчшщ]$/, drop: 0, forms: forms('у а ом і ові') },
  ],
  cs: [
    { ends: /ko$/, drop: 1, forms: forms('a u em') },
    { ends: /ie$/, drop: 1, forms: forms('i í') },
    { ends: /a$/, drop: 1, forms: forms('y u ou ě e') },
    { ends: /[^aeiouyáéíóúý]$/, drop: 0, forms: forms('u em a e') },
  ],
  hu: [
    { ends: /a$/, drop: 1, forms: forms('ából át ának ára ában ától ával ához') },
    { ends: /e$/, drop: 1, forms: forms('éből ét ének ére ében étől ével éhez') },
    {
      ends: /[aáoóuú][^aáeéiíoóöőuúüű]*$/,
      drop: 0,
      forms: forms('ból t ot nak ra on ban tól hoz'),
    },
    { ends: /./, drop: 0, forms: forms('ből t et nek re en ben től hez ból nak ra ban tól') },
  ],
};

/** Shorter names are too near to common words: Russian "чада" is a child's. */
const SHORTEST = 4;

/** The declined forms of a name; none for a language that does not decline it, or for a name of several words. */
export function inflectedNames(name: string, lang: string): readonly string[] {
  if (name.length < SHORTEST || /[\s(),.]/.test(name)) return [];
  const ending = ENDINGS[lang]?.find(({ ends }) => ends.test(name));
  if (ending === undefined) return [];
  const stem = name.slice(0, name.length - ending.drop);
  return ending.forms.map((form) => stem + form);
}
