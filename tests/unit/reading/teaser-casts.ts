// Countries and goods for grids of teasers: A takes the step, B is hit, C and D are others. An apostrophe behind the letter gives
// the adjective, a star the capital.
type Country = {
  readonly code: string;
  readonly name: string;
  readonly adjective: string;
  readonly capital: string;
};

const COUNTRIES: readonly Country[] = [
  'IN|India|Indian|New Delhi',
  'VN|Vietnam|Vietnamese|Hanoi',
  'ID|Indonesia|Indonesian|Jakarta',
  'US|the United States|American|Washington',
  'BR|Brazil|Brazilian|Brasilia',
  'CA|Canada|Canadian|Ottawa',
  'TR|Turkey|Turkish|Ankara',
  'CN|China|Chinese|Beijing',
  'KR|South Korea|South Korean|Seoul',
  'EU|the European Union|European|Brussels',
  'JP|Japan|Japanese|Tokyo',
  'MX|Mexico|Mexican|Mexico City',
  'ZA|South Africa|South African|Pretoria',
].map((row) => {
  const [code = '', name = '', adjective = '', capital = ''] = row.split('|');
  return { code, name, adjective, capital };
});
const GOODS = ['steel', 'shrimp', 'cars', 'cotton yarn'];

/** How far down the list the parties stand: A, B, C, D. */
const APART = { A: 0, B: 3, C: 7, D: 9 } as const;
export type Party = keyof typeof APART;

/** Who stands for the letter at a turn. */
export function partyOf(turn: number, party: Party): Country {
  return COUNTRIES[(turn + APART[party]) % COUNTRIES.length] as Country;
}

/** The sentence with the countries and the goods of the turn. */
export function fill(shape: string, turn: number): string {
  const goods = GOODS[turn % GOODS.length] as string;
  return shape
    .replaceAll('{goods}', goods)
    .replace(/\{([ABCD])(['*]?)\}/g, (_all, party: Party, form) => {
      const country = partyOf(turn, party);
      if (form === "'") return country.adjective;
      return form === '*' ? country.capital : country.name;
    })
    .replace(/\b(The|the) the\b/g, '$1')
    .replace(/(^|\. )[a-z]/g, (start) => start.toUpperCase());
}

/** As `fill`; headlines write two of the names short. */
export function fillTitle(shape: string, turn: number): string {
  return fill(shape, turn)
    .replace(/[Tt]he United States|American/g, 'US')
    .replace(/[Tt]he European Union|European/g, 'EU');
}

/** What is right for a cell: "A > B+WORLD|WORLD", either side with its alternatives, "-" for nobody. */
export function isAsTold(
  want: string,
  turn: number,
  {
    imposers,
    targets,
  }: { readonly imposers: readonly string[]; readonly targets: readonly string[] },
): boolean {
  const [by = '', on = ''] = want.split(' > ');
  return fits(by, turn, imposers) && fits(on, turn, targets);
}

function fits(alternatives: string, turn: number, codes: readonly string[]): boolean {
  const found = codes.toSorted().join();
  return alternatives.split('|').some((side) => {
    const parties = side === '-' ? [] : side.split('+');
    return (
      parties
        .map((party) => codeOf(party, turn))
        .toSorted()
        .join() === found
    );
  });
}

function codeOf(party: string, turn: number): string {
  return party in APART ? partyOf(turn, party as Party).code : party;
}
