// In: a sentence. Out: its places without those that only stand beside its matter.
import { isOfMarket } from '../places/mere-places.ts';
import { type PlaceGroup, placeGroups } from '../places/read-places.ts';
import { rulesFor } from '../words/asked-rules.ts';
import { oncePerLine } from '../words/scene.ts';
import { TOLD_BESIDE } from './beside-step.ts';
import { TOLD_ALONG } from './told-along.ts';
import { isNoParty } from './why-places.ts';

/** The places of a sentence that may be parties: neither causes nor topics nor what only describes another. */
export const partiesOf = oncePerLine((line): readonly PlaceGroup[] =>
  placeGroups(line).filter((group) => !besideIn(line).some(({ isThere }) => isThere(line, group))),
);

/** What puts a place beside the matter of its sentence. */
const besideIn = rulesFor([
  ...TOLD_BESIDE,
  ...TOLD_ALONG,
  { isThere: isOfMarket },
  { isThere: isNoParty },
]);
