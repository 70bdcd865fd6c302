import { describe, expect, it } from 'vitest';
import { faultsOf, goodsFile, goodsLanguages } from './goods-frames.ts';

describe.each(goodsLanguages())('goods as news names them: %s', (lang) => {
  const file = goodsFile(lang);
  const labels = [...new Set(file.goods.map(({ label }) => label))];

  it.each(labels)('%s goods are read as such in every frame, and as nothing else', (label) => {
    const held = file.goods.filter((goods) => goods.label === label && !goods.isMiss);
    expect(held.flatMap((goods) => faultsOf(file, goods))).toEqual([]);
  });

  const misses = file.goods.filter(({ isMiss }) => isMiss);
  it.skipIf(misses.length === 0)('misreads what is marked so', () => {
    for (const goods of misses) expect(faultsOf(file, goods), goods.term).not.toEqual([]);
  });
});
