// Verbs whose second half stands at the end of the clause: "setzt die Zölle aus", "legt heffingen op". In: a sentence and its
// phrases. Out: the phrases with such a verb told by its first half. Data and one pass; only for languages that have them.
import type { Sentence, Token } from './cut-text.ts';
import type { Hit, HitClass } from './lexicon.ts';

type Separable = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Language, second half, first half -> family of the verb. Words are folded. */
const SEPARABLE: Readonly<Record<string, Separable>> = {
  de: {
    aus: {
      ...all('suspend', 'setzt setzen setzte setzten'),
      ...all('exempt', 'nimmt nehmen nahm nahmen klammert klammern spart sparen'),
      ...all('raise', 'weitet weiten weitete weiteten'),
      ...all('deny', 'schliest schliesst schliesen schliessen schloss schlossen'),
    },
    auf: {
      ...all('remove', 'hebt heben hob hoben gibt geben gab'),
      ...all('delay', 'schiebt schieben schob schoben'),
      ...all('raise', 'stockt stocken stockte'),
      ...all('impose', 'erlegt erlegen erlegte brummt brummen'),
    },
    an: {
      ...all('raise', 'hebt heben hob hoben zieht ziehen zog'),
      ...all('amend', 'passt passen passte passten'),
      ...all('announce', 'kundigt kundigen kundigte kundigten'),
      ...all('threaten', 'droht drohen drohte drohten'),
      ...all('impose', 'wendet wenden wandte ordnet ordnen ordnete'),
      ...all('propose', 'strebt streben strebte peilt peilen denkt denken'),
    },
    ein: {
      ...all('impose', 'fuhrt fuhren fuhrte fuhrten'),
      ...all('open', 'leitet leiten leitete leiteten'),
      ...all('suspend', 'friert frieren fror froren'),
      ...all('grant', 'raumt raumen raumte raumten'),
    },
    ab: {
      ...all('remove', 'schafft schaffen schaffte schafften baut bauen baute ruckt rucken ruckte'),
      ...all('deny', 'lehnt lehnen lehnte lehnten schmettert schmetterte'),
      ...all('cut', 'senkt senken senkte schwacht schwachte mildert milderte'),
    },
    zuruck: {
      ...all('remove', 'nimmt nehmen nahm nahmen zieht ziehen zog zogen rudert rudern'),
      ...all('deny', 'weist weisen wies wiesen'),
      ...all('cut', 'fahrt fahren fuhr'),
      ...all('delay', 'stellt stellen stellte'),
      ...all('retaliate', 'schlagt schlagen schlug schlugen'),
    },
    fest: all('impose', 'setzt setzen setzte setzten legt legen legte'),
    vor: {
      ...all(
        'propose',
        'schlagt schlagen schlug schlugen bereitet bereiten bereitete sieht sehen sah',
      ),
      ...all('propose', 'legt legen legte'),
    },
    weg: all('remove', 'fallt fallen fiel fielen nimmt nehmen'),
    fallen: all('remove', 'lasst lassen lies liess liesen liessen'),
    hoch: all(
      'raise',
      'schraubt schrauben schraubte setzt setzen setzte treibt trieb fahrt fahren',
    ),
    herauf: all('raise', 'setzt setzen setzte'),
    hinauf: all('raise', 'schraubt setzt treibt'),
    herunter: all('cut', 'setzt setzen setzte schraubt schrauben fahrt fahren'),
    herab: all('cut', 'setzt setzen setzte'),
    frei: all('exempt', 'stellt stellen stellte stellten gibt'),
    durch: all('impose', 'setzt setzen setzte'),
    zu: all('grant', 'sichert sichern sicherte sagt sagte'),
    eis: all('suspend', 'legt legen legte legten'),
    aussicht: all('threaten', 'stellt stellen stellte stellten'),
  },
  nl: {
    op: {
      ...all('impose', 'legt leggen legde legden'),
      ...all('suspend', 'schort schorten schortte schortten'),
      ...all('remove', 'heft heffen hief hieven'),
      ...all('delay', 'schuift schuiven schoof'),
      ...all('raise', 'schroeft schroeven schroefde trekt trekken trok voert voeren voerde'),
    },
    uit: {
      ...all('delay', 'stelt stellen stelde stelden'),
      ...all('exempt', 'zondert zonderen zonderde'),
      ...all('deny', 'sluit sluiten sloot sloten'),
    },
    in: {
      ...all('impose', 'voert voeren voerde voerden stelt stellen stelde stelden'),
      ...all('remove', 'trekt trekken trok trokken'),
      ...all('start', 'gaat gaan ging gingen'),
    },
    af: {
      ...all('remove', 'schaft schaffen schafte schaften bouwt bouwen bouwde'),
      ...all('deny', 'wijst wijzen wees wezen'),
      ...all('announce', 'kondigt kondigen kondigde'),
      ...all('cut', 'zwakt zwakken zwakte'),
    },
    aan: {
      ...all('amend', 'past passen paste pasten'),
      ...all('announce', 'kondigt kondigen kondigde kondigden'),
      ...all('raise', 'scherpt scherpen scherpte'),
    },
    voor: {
      ...all('propose', 'stelt stellen stelde stelden bereidt bereiden bereidde'),
    },
    terug: {
      ...all('cut', 'brengt brengen bracht schroeft schroeven schroefde'),
      ...all('remove', 'trekt trekken trok draait draaien draaide neemt nemen nam'),
      ...all('retaliate', 'slaat slaan sloeg sloegen'),
    },
    vrij: all('exempt', 'stelt stellen stelde stelden'),
    door: all('impose', 'voert voeren voerde zet zetten'),
    weg: all('remove', 'neemt nemen haalt halen valt vallen'),
    stop: all('suspend', 'zet zetten'),
    stil: all('suspend', 'legt leggen legde'),
  },
};

function all(family: string, words: string): Readonly<Record<string, string>> {
  return Object.fromEntries(words.split(' ').map((word) => [word, family]));
}

/** Little words before which a second half ends its clause: two prepositions hardly stand side by side. */
const PHRASE_OPENERS: ReadonlySet<string> = new Set(
  'bis auf um fur gegen mit von nach ab wegen tot naar op voor met van vanaf na om tegen per'.split(
    ' ',
  ),
);

const FARTHEST = 20;

/** The hits with a verb for each first half whose second half ends the clause. */
export function withSeparable(
  lang: string,
  sentence: Sentence,
  hits: readonly Hit[],
): readonly Hit[] {
  const halves = SEPARABLE[lang];
  if (halves === undefined) return hits;
  const { tokens } = sentence;
  const told: Hit[] = [];
  for (const [end, token] of tokens.entries()) {
    const firsts = halves[token.text];
    const next = tokens[end + 1];
    if (firsts === undefined || !endsClause(next)) continue;
    for (let at = end - 1; at >= Math.max(0, end - FARTHEST); at -= 1) {
      const family = firsts[tokens[at]?.text ?? ''];
      if (family === undefined) continue;
      const isPhrase = hits.some((hit) => hit.from === at && hit.to > at + 1);
      const isSparing = family === 'deny' && OUT.has(token.text) && namesFrom(sentence, hits, at);
      if (!isPhrase) told.push(separated(at, isSparing ? 'exempt' : family));
      break;
    }
  }
  if (told.length === 0) return hits;
  const isFree = (hit: Hit): boolean =>
    !told.some((verb) => verb.from < hit.to && hit.from < verb.to);
  return [...hits.filter(isFree), ...told].sort((a, b) => a.from - b.from);
}

const OUT: ReadonlySet<string> = new Set(['aus', 'uit']);
const FROM: ReadonlySet<string> = new Set(['von', 'vom', 'van']);
const FROM_WITHIN = 3;

// "schließt neue Zölle aus" rules them out, "schließt Stahl von Zöllen aus" spares the steel.
function namesFrom({ tokens }: Sentence, hits: readonly Hit[], verb: number): boolean {
  return tokens.some(
    ({ text }, at) =>
      at > verb + 1 &&
      FROM.has(text) &&
      tokens[at + 1]?.kind === 'word' &&
      hits.some(
        (hit) => hit.meanings.has('tariff') && hit.from > at && hit.from - at <= FROM_WITHIN,
      ),
  );
}

function separated(at: number, family: string): Hit {
  const meanings = new Map<HitClass, string[]>([['verb', [family]]]);
  if (family === 'retaliate') meanings.set('retaliation', ['mark']);
  return { from: at, to: at + 1, meanings };
}

function endsClause(next: Token | undefined): boolean {
  return next === undefined || next.kind === 'mark' || PHRASE_OPENERS.has(next.text);
}
