// An address that may be clicked, or none.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkLabel, safeLink } from '../../../src/domain/safe-link.ts';
import { HOSTILE_LINKS, LOOK_ALIKE_HOSTS } from '../../support/hostile-texts.ts';

describe('a safe link', () => {
  it.each(HOSTILE_LINKS.map((link) => [link]))('is not made of %j', (link) => {
    expect(safeLink(link)).toBeNull();
  });

  it.each(LOOK_ALIKE_HOSTS)('names the host of %s as %s', (link, host) => {
    expect(safeLink(link)?.host).toBe(host);
  });

  it.each([
    ['https://USTR.gov', 'https://ustr.gov/', 'ustr.gov'],
    ['http://www.mof.go.jp/a?b=c#d', 'http://www.mof.go.jp/a?b=c#d', 'mof.go.jp'],
    ['https://example.org:8443/x', 'https://example.org:8443/x', 'example.org:8443'],
    ['https://例え.jp/鉄鋼', 'https://xn--r8jz45g.jp/%E9%89%84%E9%8B%BC', 'xn--r8jz45g.jp'],
    [
      'https://a.example/x|y<z>"\'`{}^',
      'https://a.example/x%7Cy%3Cz%3E%22%27%60%7B%7D%5E',
      'a.example',
    ],
  ])('is made of %s', (text, href, host) => {
    expect(safeLink(text)).toEqual({ href, host });
  });

  it('holds nothing that could end it, and leads where the original led', () => {
    fc.assert(
      fc.property(
        fc.webUrl({ withQueryParameters: true, withFragments: true }),
        fc.string(),
        (url, tail) => {
          const link = safeLink(`${url}${tail}`);
          if (link === null) return;
          expect(link.href).toMatch(/^https?:\/\/[!-~]+$/);
          expect(link.href).not.toMatch(/[<>|"'`\\\s]/);
          expect(new URL(link.href).host).toBe(new URL(`${url}${tail}`).host);
        },
      ),
    );
  });
});

describe('the label of a link', () => {
  const link = safeLink('https://www.evil.example/ustr.gov');
  if (link === null) throw new Error('the sample is a link');

  it.each([
    ['Notice', 'Notice (evil.example)'],
    ['ustr.gov', 'ustr.gov (evil.example)'],
    ['https://ustr.gov/', 'https://ustr.gov/ (evil.example)'],
    ['evil.example.ustr.gov', 'evil.example.ustr.gov (evil.example)'],
    ['', 'evil.example'],
    ['\u200b', 'evil.example'],
    ['evil.example', 'evil.example'],
    ['https://www.evil.example/ustr.gov', 'https://www.evil.example/ustr.gov'],
    ['Notice (evil.example)', 'Notice (evil.example)'],
  ])('%j becomes %j', (wording, label) => {
    expect(linkLabel(wording, link)).toBe(label);
  });
});
