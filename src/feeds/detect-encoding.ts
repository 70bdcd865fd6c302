// Which legacy encoding an undeclared text is in. In: bytes that are not UTF-8. Out: a name, or null where nothing but
// western Latin is likely. It goes by the commonest letters of the languages: the right reading is full of them.
import { tryDecode } from './encodings.ts';

type Candidate = {
  readonly encoding: string;
  /** The commonest letters. */
  readonly common: RegExp;
  /** The share of them, of all that is not ASCII, below which it is not this encoding. */
  readonly least: number;
  /** Scripts of single bytes: their letters stand together in words, those of accented Latin do not. */
  readonly isAlphabet: boolean;
};

const CYRILLIC = /[оеаинтсрвлкмдпу]/g;
const GREEK = /[αοιετσνηυρπκλςάέίό]/g;
const HEBREW = /[יוהלאמרתבשנ]/g;
const ARABIC = /[اليمونرتبةدعسف]/g;
// Written as numbers, because half of them are marks that join the letter before: า น ร อ ก เ ง ม ย ล ว ด ท and five marks.
const THAI =
  /[\u0e32\u0e19\u0e23\u0e2d\u0e01\u0e40\u0e07\u0e21\u0e22\u0e25\u0e27\u0e14\u0e17]|[\u0e48\u0e49\u0e31\u0e34\u0e35]/g;

const CANDIDATES: readonly Candidate[] = [
  {
    encoding: 'euc-kr',
    common: /[이다의가을는에하고한로지기사시도정인대서자스리아해수일나국관세]/g,
    least: 0.2,
    isAlphabet: false,
  },
  { encoding: 'shift_jis', common: /[ぁ-んァ-ヶー]/g, least: 0.2, isAlphabet: false },
  { encoding: 'euc-jp', common: /[ぁ-んァ-ヶー]/g, least: 0.2, isAlphabet: false },
  { encoding: 'iso-2022-jp', common: /[ぁ-んァ-ヶー]/g, least: 0.2, isAlphabet: false },
  {
    encoding: 'gb18030',
    common:
      /[的一是在不了有和人这中大为上个国我以要时来用们于出就分对会可主年动能方后定行法所民经部税关贸易商口品进出美务加宣布]/g,
    least: 0.2,
    isAlphabet: false,
  },
  {
    encoding: 'big5',
    common:
      /[的一是在不了有和人這中大為上個國我以要時來用們於出就分對會可主年動能方後定行法所民經部稅關貿易商口品進出美務加宣布]/g,
    least: 0.2,
    isAlphabet: false,
  },
  { encoding: 'windows-1251', common: CYRILLIC, least: 0.5, isAlphabet: true },
  { encoding: 'koi8-r', common: CYRILLIC, least: 0.5, isAlphabet: true },
  { encoding: 'iso-8859-5', common: CYRILLIC, least: 0.5, isAlphabet: true },
  { encoding: 'ibm866', common: CYRILLIC, least: 0.5, isAlphabet: true },
  { encoding: 'windows-1253', common: GREEK, least: 0.5, isAlphabet: true },
  { encoding: 'windows-1255', common: HEBREW, least: 0.5, isAlphabet: true },
  { encoding: 'windows-1256', common: ARABIC, least: 0.5, isAlphabet: true },
  { encoding: 'windows-874', common: THAI, least: 0.45, isAlphabet: true },
];

const SAMPLE_BYTES = 64_000;

/** The share of the commonest letters among all that is not ASCII; 0 where the reading cannot be right. */
function shareOfCommon(text: string, { common, isAlphabet }: Candidate): number {
  const foreign = text.replace(/[\p{ASCII}\s]+/gu, ' ').trim();
  const letters = foreign.replaceAll(' ', '');
  if (letters.length < 4 || /[\ue000-\uf8ff]/.test(letters)) return 0;
  if (isAlphabet && letters.length / foreign.split(' ').length < 2.5) return 0;
  return (letters.match(common)?.length ?? 0) / letters.length;
}

/** The likeliest legacy encoding of a text, or null. */
export function detectEncoding(bytes: Uint8Array): string | null {
  // A character may be cut at the end of the sample; the last bytes are left out until it is whole.
  let best: { encoding: string; share: number } | null = null;
  for (const candidate of CANDIDATES) {
    let decoded = null;
    for (let cut = 0; cut < 4 && decoded === null; cut += 1) {
      const end = Math.min(bytes.length, SAMPLE_BYTES) - cut;
      decoded = tryDecode(bytes.subarray(0, end), candidate.encoding);
      if (bytes.length <= SAMPLE_BYTES) break;
    }
    const share = decoded === null ? 0 : shareOfCommon(decoded.text, candidate);
    if (share >= candidate.least && share > (best?.share ?? 0)) {
      best = { encoding: candidate.encoding, share };
    }
  }
  return best?.encoding ?? null;
}
