// What storage does for the identity of items, in memory: a name belongs to the first item that bore it, and the newest
// words of an item count.
import type { Identification } from '../../src/feeds/item-identity.ts';
import type { KnownItem } from '../../src/ports/store.ts';

export type ItemMemory = {
  find(names: readonly string[]): readonly KnownItem[];
  store(result: Identification): void;
};

export function createItemMemory(): ItemMemory {
  const idByName = new Map<string, string>();
  const latest = new Map<string, { version: number; fingerprint: string }>();

  function remember(itemId: string, names: readonly string[]): void {
    for (const name of names) if (!idByName.has(name)) idByName.set(name, itemId);
  }

  return {
    find(names) {
      return names.flatMap((alias) => {
        const itemId = idByName.get(alias);
        const words = itemId === undefined ? undefined : latest.get(itemId);
        return itemId === undefined || words === undefined ? [] : [{ itemId, alias, ...words }];
      });
    },
    store(result) {
      for (const { item, fingerprint } of result.fresh) {
        const itemId = `I-${latest.size + 1}`;
        latest.set(itemId, { version: 1, fingerprint });
        remember(itemId, item.aliases);
      }
      for (const { item, itemId, version, fingerprint } of result.edited) {
        latest.set(itemId, { version, fingerprint });
        remember(itemId, item.aliases);
      }
    },
  };
}
