// What the links of feeds and items are relative to, where it was got and where it says it is being two things.
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../src/feeds/read-document.ts';

const ATOM = 'xmlns="http://www.w3.org/2005/Atom"';
const FETCHED = 'http://mirror.example/copies/7';

/** The link of the feed and that of its first item. */
async function linksOf(document: string, url: string | null = FETCHED): Promise<unknown> {
  const { link, entries } = await readDocument(new TextEncoder().encode(document), null, url);
  return [link, entries[0]?.link];
}

function atom(self: string): string {
  return `<feed ${ATOM}>${self}<link href="/news/"/><entry><link href="/news/1"/></entry></feed>`;
}

function rss(item: string, channel = '', attributes = ''): string {
  return `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" ${attributes}><channel>${channel}<item>${item}</item></channel></rss>`;
}

describe('relative links', () => {
  it.each<[string, string, readonly (string | null)[]]>([
    [
      'of Atom lead to the address the feed was got from',
      atom(''),
      ['http://mirror.example/news/', 'http://mirror.example/news/1'],
    ],
    [
      'of a copy lead to where the original is',
      atom('<link rel="self" href="https://paper.example/feed"/>'),
      ['https://paper.example/news/', 'https://paper.example/news/1'],
    ],
    [
      'do not lead to a machine that only its owner can reach',
      atom('<link rel="self" href="http://localhost:4000/feed"/>'),
      ['http://mirror.example/news/', 'http://mirror.example/news/1'],
    ],
    [
      'do not lead to an address without a name',
      atom('<link rel="self" href="http://10.0.0.7/feed"/>'),
      ['http://mirror.example/news/', 'http://mirror.example/news/1'],
    ],
    [
      'of a copy of RSS lead to where the original is',
      rss('<link>/news/1</link>', '<atom:link rel="self" href="https://paper.example/feed"/>'),
      [null, 'https://paper.example/news/1'],
    ],
    [
      'are not made from words',
      rss('<link>The address of the text</link>', '<link>The address of the site</link>'),
      ['The address of the site', 'The address of the text'],
    ],
    [
      'are none that only lost their beginning',
      rss('<link>www.paper.example/1</link>', '<link>www.paper.example</link>'),
      ['http://www.paper.example', 'http://www.paper.example/1'],
    ],
    [
      'may have spaces in their names',
      rss('<link>/press office/1.html</link>'),
      [null, 'http://mirror.example/press%20office/1.html'],
    ],
    [
      'may be a guid that says it is a page',
      rss('<guid isPermaLink="true">press/1/</guid>', '', 'xml:base="http://paper.example/a/"'),
      [null, 'http://paper.example/a/press/1/'],
    ],
    [
      'are no guid of one word, whatever it says of itself',
      rss('<guid isPermaLink="true">press-1</guid>'),
      [null, null],
    ],
    ['are no guid that does not say it is a page', rss('<guid>press/1/</guid>'), [null, null]],
    [
      'of JSON Feed lead to the address the feed was got from',
      '{"version":"https://jsonfeed.org/version/1.1","title":"T","home_page_url":"/news/","items":[{"id":"1","url":"/news/1"}]}',
      ['http://mirror.example/news/', 'http://mirror.example/news/1'],
    ],
  ])('%s', async (_, document, links) => {
    expect(await linksOf(document)).toEqual(links);
  });

  it('of JSON Feed lead to where the feed says it is, where nobody said whence it came', async () => {
    const document =
      '{"version":"https://jsonfeed.org/version/1.1","title":"T","feed_url":"https://paper.example/feed.json","home_page_url":"/news/","items":[{"id":"1","url":"/news/1"}]}';

    expect(await linksOf(document, null)).toEqual([
      'https://paper.example/news/',
      'https://paper.example/news/1',
    ]);
  });
});
