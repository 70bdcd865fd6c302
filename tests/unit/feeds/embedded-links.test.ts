// Addresses inside the markup of a text where the feed says, by xml:base, what they are relative to: away from the feed
// nobody could know any more where they lead.
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../src/feeds/read-document.ts';

const ATOM = 'xmlns="http://www.w3.org/2005/Atom"';
const XHTML = 'xmlns="http://www.w3.org/1999/xhtml"';

async function contentOf(document: string, url: string | null = null): Promise<unknown> {
  const { entries } = await readDocument(new TextEncoder().encode(document), null, url);
  return entries[0]?.content;
}

function atomWith(content: string, base = 'xml:base="http://b.example/dir/"'): string {
  return `<feed ${ATOM} ${base}><entry><title>T</title>${content}</entry></feed>`;
}

function escaped(html: string, attributes = 'type="html"'): string {
  return `<content ${attributes}><![CDATA[${html}]]></content>`;
}

describe('addresses inside markup', () => {
  it.each<[string, string, string]>([
    [
      'are resolved against the xml:base around them',
      atomWith(escaped('<a href="duty.html">x</a> <img alt="y" src=\'/i.png\'>')),
      '<a href="http://b.example/dir/duty.html">x</a> <img alt="y" src=\'http://b.example/i.png\'>',
    ],
    [
      'are resolved against the nearest xml:base',
      atomWith(escaped('<a href="duty.html">x</a>', 'type="html" xml:base="sub/"')),
      '<a href="http://b.example/dir/sub/duty.html">x</a>',
    ],
    [
      'are resolved in XHTML',
      atomWith(`<content type="xhtml"><div ${XHTML}><a href="?a=1&amp;b=2">x</a></div></content>`),
      '<a href="http://b.example/dir/?a=1&amp;b=2">x</a>',
    ],
    [
      'are resolved in RSS, whose texts are markup',
      '<rss xml:base="http://b.example/"><channel><item><title>T</title><description>s</description>' +
        '<body><a href="duty.html">x</a></body></item></channel></rss>',
      '<a href="http://b.example/duty.html">x</a>',
    ],
    [
      'without quotation marks get some',
      atomWith(escaped('<a href=duty.html>x</a>')),
      '<a href="http://b.example/dir/duty.html">x</a>',
    ],
    [
      'stay where they are absolute, a fragment, a script or empty',
      atomWith(
        escaped(
          '<a href="HTTP://o.example">x</a><a href="#n1">1</a><a href="javascript:x()">y</a><a href="">z</a>',
        ),
      ),
      '<a href="HTTP://o.example">x</a><a href="#n1">1</a><a href="javascript:x()">y</a><a href="">z</a>',
    ],
    [
      'stay where the feed says nothing',
      atomWith(escaped('<a href="duty.html">x</a>'), ''),
      '<a href="duty.html">x</a>',
    ],
    [
      'stay where the xml:base leads nowhere',
      atomWith(escaped('<a href="duty.html">x</a>'), 'xml:base="dir/"'),
      '<a href="duty.html">x</a>',
    ],
    [
      'stay in what Atom calls text: there they are no addresses',
      atomWith(escaped('write <a href="duty.html">', 'type="text"')),
      'write <a href="duty.html">',
    ],
    [
      'stay in words that only look like an attribute',
      atomWith(escaped('<b title="href=duty.html">src="x"</b>')),
      '<b title="href=duty.html">src="x"</b>',
    ],
  ])('%s', async (_, document, expected) => {
    expect(await contentOf(document)).toBe(expected);
  });

  it('are resolved against the address of the document where its xml:base is a path', async () => {
    const document = atomWith(escaped('<a href="duty.html">x</a>'), 'xml:base="/dir/"');

    expect(await contentOf(document, 'http://f.example/feed.xml')).toBe(
      '<a href="http://f.example/dir/duty.html">x</a>',
    );
  });

  it('are read in time that grows with the length alone', async () => {
    const tags = '<a href='.repeat(100_000) + '<a '.repeat(100_000) + '"\''.repeat(50_000);

    expect(await contentOf(atomWith(escaped(tags)))).toBe(tags);
  }, 10_000);
});
