// What is read out of documents, one rule a case. The documents are our own; the cases are those that public suites of
// feed readers teach.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DateReading, FeedDocument, FeedEntry } from '../../../src/feeds/feed-document.ts';
import { readDocument } from '../../../src/feeds/read-document.ts';

const ATOM_10 = 'xmlns="http://www.w3.org/2005/Atom"';
const ATOM_03 = 'version="0.3" xmlns="http://purl.org/atom/ns#"';
const DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/"';
const DCTERMS = 'xmlns:dcterms="http://purl.org/dc/terms/"';
const CONTENT = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"';
const MEDIA = 'xmlns:media="http://search.yahoo.com/mrss/"';
const ITUNES = 'xmlns:itunes="http://www.itunes.com/DTDs/Podcast-1.0.dtd"';
const XHTML = 'xmlns="http://www.w3.org/1999/xhtml"';
const RDF = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"';

function rss(item: string, attributes = '', channel = ''): string {
  return `<rss version="2.0" ${attributes}><channel>${channel}<item>${item}</item></channel></rss>`;
}

function atom(entry: string, namespace = ATOM_10, feed = ''): string {
  return `<feed ${namespace}>${feed}<entry>${entry}</entry></feed>`;
}

function read(document: string, url: string | null = null): Promise<FeedDocument> {
  return readDocument(new TextEncoder().encode(document), null, url);
}

type Field = keyof FeedEntry;

async function fieldOf(
  document: string,
  field: Field,
  url: string | null = null,
): Promise<unknown> {
  const { entries } = await read(document, url);
  const value = entries[0]?.[field];
  if (field !== 'published' && field !== 'updated') return value;
  return value === null ? null : new Date((value as DateReading).at).toISOString();
}

describe.each<[string, readonly (readonly [string, string, Field, unknown])[]]>([
  [
    'titles',
    [
      [
        'are decoded once',
        rss('<title>A &amp;amp; B &amp;eacute;</title>'),
        'title',
        'A &amp; B &eacute;',
      ],
      ['keep an escaped ampersand', rss('<title>A &amp; B</title>'), 'title', 'A & B'],
      [
        'lose the marks of an escaped CDATA section',
        rss('<title>&lt;![CDATA[Duty on <![CDATA[steel]]>]]&gt;</title>'),
        'title',
        'Duty on steel',
      ],
      ['keep what CDATA holds', rss('<title><![CDATA[A &amp; B]]></title>'), 'title', 'A &amp; B'],
      [
        'forgive HTML entities, unknown ones and bare ampersands',
        rss('<title>A&nbsp;B &eacute; &nosuch; & C</title>'),
        'title',
        'A\u00a0B é &nosuch; & C',
      ],
      [
        'forgive a bare less-than sign',
        rss('<title>5 < 6</title><link>http://l.example/</link>'),
        'title',
        '5 < 6',
      ],
      [
        'replace references outside Unicode',
        rss('<title>a &#1114112; b &#55296; c</title>'),
        'title',
        'a \ufffd b \ufffd c',
      ],
      [
        'join the two halves that a character was written as',
        rss('<title>a &#55357;&#56832; b &#xD83D;&#xde01;</title>'),
        'title',
        'a \u{1f600} b \u{1f601}',
      ],
      [
        'replace a half without its other one',
        rss('<title>a &#56832;&#55357; b &#xD83D; c</title>'),
        'title',
        'a \ufffd\ufffd b \ufffd c',
      ],
      ['read Windows quotation marks by number', rss('<title>it&#146;s</title>'), 'title', 'it’s'],
      [
        'read Windows quotation marks as controls',
        rss('<title>it\u0092s\u0081</title>'),
        'title',
        'it’s',
      ],
      [
        'leave comments and instructions out',
        rss('<title>A<!-- c -->B<?x y?>C</title>'),
        'title',
        'ABC',
      ],
      ['lose white space around them', rss('<title>\n  A\n</title>'), 'title', 'A'],
      ['keep markup left bare', rss('<title>A <b>b</b></title>'), 'title', 'A <b>b</b>'],
      [
        'of Atom may be HTML',
        atom('<title type="html">A &lt;b&gt;b&lt;/b&gt;</title>'),
        'title',
        'A <b>b</b>',
      ],
      [
        'of Atom may be XHTML in a div',
        atom(`<title type="xhtml"><div ${XHTML}>A <b>b</b></div></title>`),
        'title',
        'A <b>b</b>',
      ],
      [
        'of Atom 0.3 may be escaped',
        atom('<title type="text/html" mode="escaped">A &lt;b&gt;b&lt;/b&gt;</title>', ATOM_03),
        'title',
        'A <b>b</b>',
      ],
      [
        'of Atom 0.3 may be base64',
        atom('<title type="text/html" mode="base64">QSA8Yj5iPC9iPg==</title>', ATOM_03),
        'title',
        'A <b>b</b>',
      ],
      [
        'of Atom 0.3 may be XML',
        atom('<title type="application/xhtml+xml" mode="xml">A <b>b</b></title>', ATOM_03),
        'title',
        'A <b>b</b>',
      ],
      ['may be Dublin Core', rss('<dc:title>T</dc:title>', DC), 'title', 'T'],
      [
        'may be Dublin Core under another prefix',
        rss('<x:title>T</x:title>', 'xmlns:x="http://purl.org/dc/elements/1.1/"'),
        'title',
        'T',
      ],
      [
        'are not those of media',
        rss('<media:content><media:title>M</media:title></media:content><title>T</title>', MEDIA),
        'title',
        'T',
      ],
      [
        'fall back on media where they are empty',
        rss('<title></title><media:title>M</media:title>', MEDIA),
        'title',
        'M',
      ],
      [
        'are not those of a source',
        atom('<source><title>S</title></source><title>T</title>'),
        'title',
        'T',
      ],
      [
        'are not those of a text input',
        rss('<textInput><title>I</title></textInput><title>T</title>'),
        'title',
        'T',
      ],
      [
        'are not those of strange namespaces',
        rss('<x:title xmlns:x="http://x.example/">wrong</x:title><title>T</title>'),
        'title',
        'T',
      ],
      [
        'may be written in capitals',
        '<RSS version="2.0"><CHANNEL><ITEM><TITLE>T</TITLE></ITEM></CHANNEL></RSS>',
        'title',
        'T',
      ],
      [
        'stand in feeds whose default namespace is unknown',
        '<rss version="2.0" xmlns="http://x.example/new"><channel><item><title>T</title></item></channel></rss>',
        'title',
        'T',
      ],
      [
        'use short entities that the document declares',
        `<!DOCTYPE rss [<!ENTITY who "USTR">]>${rss('<title>&who; acts</title>')}`,
        'title',
        'USTR acts',
      ],
    ],
  ],
  [
    'links',
    [
      [
        'are the text of link',
        rss('<link>\n http://l.example/1\n</link>'),
        'link',
        'http://l.example/1',
      ],
      [
        'keep their parameters',
        rss('<link>http://l.example/?a=1&amp;b=2</link>'),
        'link',
        'http://l.example/?a=1&b=2',
      ],
      [
        'keep parameters behind bare ampersands',
        rss('<link>http://l.example/?a=1&b=2</link>'),
        'link',
        'http://l.example/?a=1&b=2',
      ],
      [
        'are a guid that is a permanent link',
        rss('<guid>http://g.example/1</guid>'),
        'link',
        'http://g.example/1',
      ],
      [
        'are no guid that says it is none',
        rss('<guid isPermaLink="false">http://g.example/1</guid>'),
        'link',
        null,
      ],
      [
        'win over the guid',
        rss('<guid>http://g.example/1</guid><link>http://l.example/1</link>'),
        'link',
        'http://l.example/1',
      ],
      [
        'may be an Atom link inside RSS',
        rss('<atom:link href="http://l.example/1"/>', 'xmlns:atom="http://www.w3.org/2005/Atom"'),
        'link',
        'http://l.example/1',
      ],
      [
        'prefer the alternate',
        atom(
          '<link rel="enclosure" href="http://e.example/"/><link rel="alternate" href="http://a.example/"/>',
        ),
        'link',
        'http://a.example/',
      ],
      [
        'prefer the page to other formats',
        atom(
          '<link type="application/json" href="http://j.example/"/><link type="text/html" href="http://h.example/"/>',
        ),
        'link',
        'http://h.example/',
      ],
      [
        'are never an enclosure',
        atom('<link rel="enclosure" href="http://e.example/"/>'),
        'link',
        null,
      ],
      [
        'may stand as text in Atom',
        atom(
          '<link rel="enclosure">http://e.example/</link><link rel="alternate">http://a.example/</link>',
        ),
        'link',
        'http://a.example/',
      ],
      [
        'survive a link without attributes',
        atom('<link/><link href="http://a.example/"/>'),
        'link',
        'http://a.example/',
      ],
      [
        'are the original one behind a counter',
        rss(
          '<link>http://feeds.example/~r/1</link><feedburner:origLink>http://o.example/1</feedburner:origLink>',
          'xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"',
        ),
        'originalLink',
        'http://o.example/1',
      ],
      [
        'with a click counter are the counter, as the feed has it',
        rss(
          '<link>http://feeds.example/~r/1</link><feedburner:origLink>http://o.example/1</feedburner:origLink>',
          'xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"',
        ),
        'link',
        'http://feeds.example/~r/1',
      ],
      [
        'prefer one that says it is a page to one that says nothing',
        atom(
          '<link href="http://u.example/"/><link rel="alternate" type="text/html" href="http://h.example/"/>',
        ),
        'link',
        'http://h.example/',
      ],
      [
        'resolve against xml:base, nested',
        `<feed ${ATOM_10} xml:base="http://b.example/a/"><entry xml:base="b/"><link href="c.html"/></entry></feed>`,
        'link',
        'http://b.example/a/b/c.html',
      ],
      [
        'resolve against the site where nothing else is known',
        rss('<link>item.html</link>', '', '<link>http://s.example/dir/</link>'),
        'link',
        'http://s.example/dir/item.html',
      ],
      [
        'stay as they are where nothing is known',
        rss('<link>item.html</link>'),
        'link',
        'item.html',
      ],
      [
        'of RDF are the address it is about',
        `<rdf:RDF ${RDF} xmlns="http://purl.org/rss/1.0/"><item rdf:about="http://i.example/1"><title>T</title></item></rdf:RDF>`,
        'link',
        'http://i.example/1',
      ],
      [
        'of a text input are none',
        rss('<textInput><link>http://i.example/</link></textInput>'),
        'link',
        null,
      ],
      [
        'of CDF stand in an attribute',
        '<CHANNEL HREF="http://c.example/"><ITEM HREF="http://i.example/"><TITLE>T</TITLE></ITEM></CHANNEL>',
        'link',
        'http://i.example/',
      ],
    ],
  ],
  [
    'ids',
    [
      ['are the guid', rss('<guid isPermaLink="false"> abc </guid>'), 'guid', 'abc'],
      [
        'are absent where the guid is empty',
        rss('<guid isPermaLink="false"></guid>'),
        'guid',
        null,
      ],
      [
        'of RSS that are a path stay a path',
        rss('<guid>/press/7</guid>', '', '<link>http://s.example/</link>'),
        'guid',
        '/press/7',
      ],
      [
        'of Atom that are a path are resolved against xml:base',
        atom('<id>notices/7</id>', `${ATOM_10} xml:base="http://b.example/a/"`),
        'guid',
        'http://b.example/a/notices/7',
      ],
      [
        'of Atom that are one word stay one word under an xml:base',
        atom('<id>n7</id>', `${ATOM_10} xml:base="http://b.example/a/"`),
        'guid',
        'n7',
      ],
      [
        'are the id of Atom, letter for letter',
        atom('<id>HTTP://Example.ORG/%7Ea</id>'),
        'guid',
        'HTTP://Example.ORG/%7Ea',
      ],
      ['are not those of a source', atom('<source><id>s</id></source><id>e</id>'), 'guid', 'e'],
      [
        'of RDF are the address it is about',
        `<rdf:RDF ${RDF} xmlns:r="http://purl.org/rss/1.0/"><r:item rdf:about="http://i.example/1"><r:title>T</r:title></r:item></rdf:RDF>`,
        'guid',
        'http://i.example/1',
      ],
      [
        'of Dublin Core serve where nothing else names the item',
        rss(
          '<dc:identifier>doi:10.5555/12</dc:identifier>',
          'xmlns:dc="http://purl.org/dc/elements/1.1/"',
        ),
        'guid',
        'doi:10.5555/12',
      ],
      [
        'of Dublin Core give way to the address that RDF is about',
        `<rdf:RDF ${RDF} xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><item rdf:about="http://i.example/1"><dc:identifier>doi:10.5555/12</dc:identifier></item></rdf:RDF>`,
        'guid',
        'http://i.example/1',
      ],
      [
        'may hold entities of the document',
        `<!DOCTYPE rss [<!ENTITY p "C:\\a\\1">]>${rss('<guid isPermaLink="false">&p;</guid>')}`,
        'guid',
        'C:\\a\\1',
      ],
    ],
  ],
  [
    'dates',
    [
      [
        'are pubDate',
        rss('<pubDate>Thu, 01 Jan 2004 19:48:21 GMT</pubDate>'),
        'published',
        '2004-01-01T19:48:21.000Z',
      ],
      [
        'are dc:date',
        rss('<dc:date>2003-12-31T10:14:55Z</dc:date>', DC),
        'published',
        '2003-12-31T10:14:55.000Z',
      ],
      [
        'are dcterms:issued',
        rss('<dcterms:issued>2003-12-31T10:14:55Z</dcterms:issued>', DCTERMS),
        'published',
        '2003-12-31T10:14:55.000Z',
      ],
      [
        'of change are dcterms:modified',
        rss('<dcterms:modified>2003-12-31T10:14:55Z</dcterms:modified>', DCTERMS),
        'updated',
        '2003-12-31T10:14:55.000Z',
      ],
      [
        'of Atom are published',
        atom('<published>2004-01-01T19:48:21+01:00</published>'),
        'published',
        '2004-01-01T18:48:21.000Z',
      ],
      [
        'of change are updated',
        atom('<updated>2004-01-01T19:48:21Z</updated>'),
        'updated',
        '2004-01-01T19:48:21.000Z',
      ],
      [
        'of publication are not made from those of change',
        atom('<updated>2004-01-01T19:48:21Z</updated>'),
        'published',
        null,
      ],
      [
        'of Atom 0.3 are issued',
        atom('<issued>2004-01-01T19:48:21Z</issued>', ATOM_03),
        'published',
        '2004-01-01T19:48:21.000Z',
      ],
      [
        'of change in Atom 0.3 are modified',
        atom('<modified>2004-01-01T19:48:21Z</modified>', ATOM_03),
        'updated',
        '2004-01-01T19:48:21.000Z',
      ],
      [
        'may be an Atom date inside RSS',
        rss(
          '<a10:updated>2004-01-01T00:00:00Z</a10:updated>',
          'xmlns:a10="http://www.w3.org/2005/Atom"',
        ),
        'updated',
        '2004-01-01T00:00:00.000Z',
      ],
      [
        'are not those of expiry',
        rss('<expirationDate>Thu, 01 Jan 2004 19:48:21 GMT</expirationDate>'),
        'published',
        null,
      ],
      [
        'fall back where the first is unreadable',
        rss('<pubDate>yesterday</pubDate><dc:date>2003-12-31</dc:date>', DC),
        'published',
        '2003-12-31T00:00:00.000Z',
      ],
      ['that cannot be read are absent', atom('<published>soon</published>'), 'published', null],
      [
        'of CDF stand in an attribute',
        '<CHANNEL HREF="http://c.example/"><ITEM HREF="http://i.example/" LASTMOD="2002-11-13T14:00Z"/></CHANNEL>',
        'updated',
        '2002-11-13T14:00:00.000Z',
      ],
    ],
  ],
  [
    'summaries',
    [
      [
        'are the description, decoded once',
        rss('<description>&lt;p&gt;x &amp;amp; y&lt;/p&gt;</description>'),
        'summary',
        '<p>x &amp; y</p>',
      ],
      [
        'keep CDATA',
        rss('<description><![CDATA[<p>x & y</p>]]></description>'),
        'summary',
        '<p>x & y</p>',
      ],
      [
        'keep bare markup',
        rss('<description><p>x<br/>y</p></description>'),
        'summary',
        '<p>x<br/>y</p>',
      ],
      [
        'of Atom as text stay text',
        atom('<summary type="text">a &lt;b&gt;</summary>'),
        'summary',
        'a <b>',
      ],
      [
        'may be of the podcast kind',
        rss('<itunes:summary>S</itunes:summary>', ITUNES),
        'summary',
        'S',
      ],
      ['may be Dublin Core', rss('<dc:description>D</dc:description>', DC), 'summary', 'D'],
      [
        'may stand in a media group',
        atom(`<media:group ${MEDIA}><media:description>D</media:description></media:group>`),
        'summary',
        'D',
      ],
      [
        'are not those of a picture where there is a text',
        atom(
          '<content>text</content><media:group><media:description>of a picture</media:description></media:group>',
          `${ATOM_10} ${MEDIA}`,
        ),
        'summary',
        null,
      ],
      [
        'are the first of two texts',
        rss('<summary>first</summary><description>second</description>'),
        'summary',
        'first',
      ],
      ['are absent where there is only content', atom('<content>C</content>'), 'summary', null],
      [
        'of CDF are the abstract',
        '<CHANNEL HREF="http://c.example/"><ITEM HREF="http://i.example/"><ABSTRACT>A</ABSTRACT></ITEM></CHANNEL>',
        'summary',
        'A',
      ],
      [
        'of strange namespaces are none',
        rss('<x:description xmlns:x="http://x.example/">w</x:description>'),
        'summary',
        null,
      ],
    ],
  ],
  [
    'contents',
    [
      [
        'are content:encoded beside the description',
        rss(
          '<description>d</description><content:encoded><![CDATA[<p>x</p>]]></content:encoded>',
          CONTENT,
        ),
        'content',
        '<p>x</p>',
      ],
      [
        'are content:encoded though nobody declared it',
        rss('<content:encoded><![CDATA[<p>x</p>]]></content:encoded>'),
        'content',
        '<p>x</p>',
      ],
      ['may be an XHTML body', rss(`<body ${XHTML}><p>x</p></body>`), 'content', '<p>x</p>'],
      [
        'may be a full item',
        rss('<fullitem>&lt;p&gt;x&lt;/p&gt;</fullitem>'),
        'content',
        '<p>x</p>',
      ],
      [
        'of Atom may be XHTML',
        atom(`<content type="xhtml"><div ${XHTML}><p>x &lt; y</p></div></content>`),
        'content',
        '<p>x &lt; y</p>',
      ],
      [
        'of Atom may be prefixed XHTML',
        atom(
          '<content type="xhtml"><h:div xmlns:h="http://www.w3.org/1999/xhtml"><h:p>x<h:br/></h:p></h:div></content>',
        ),
        'content',
        '<p>x<br /></p>',
      ],
      [
        'of Atom may be XML',
        atom('<content type="application/xml"><a>x</a></content>'),
        'content',
        '<a>x</a>',
      ],
      [
        'of Atom 0.3 in several kinds are the one with markup',
        atom(
          '<content type="multipart/alternative"><content type="text/plain">A duty</content><content type="text/html" mode="escaped">A &lt;b&gt;duty&lt;/b&gt;</content></content>',
          ATOM_03,
        ),
        'content',
        'A <b>duty</b>',
      ],
      [
        'of Atom 0.3 in one kind of several are that one',
        atom(
          '<content type="multipart/alternative"><content type="text/plain">A duty</content></content>',
          ATOM_03,
        ),
        'content',
        'A duty',
      ],
      [
        'of Atom may be base64',
        atom('<content type="application/octet-stream">QSA8Yj5iPC9iPg==</content>'),
        'content',
        'A <b>b</b>',
      ],
      [
        'of Atom said to be HTML in a div of XHTML are what the div holds, decoded once more',
        atom(
          `<content type="html"><div ${XHTML}>A &lt;b&gt;duty&lt;/b&gt; &amp;amp; more</div></content>`,
        ),
        'content',
        'A <b>duty</b> &amp; more',
      ],
      [
        'are the second of two texts',
        rss('<summary>first</summary><description>second</description>'),
        'content',
        'second',
      ],
      ['elsewhere are none', atom('<content src="http://c.example/"/>'), 'content', null],
      [
        'are absent where there is only a description',
        rss('<description>d</description>'),
        'content',
        null,
      ],
    ],
  ],
  [
    'people and categories',
    [
      [
        'are the names of Atom authors',
        atom(
          '<author><name>N</name><email>e@x.example</email></author><author><email>f@x.example</email></author>',
        ),
        'authors',
        ['N', 'f@x.example'],
      ],
      [
        'are the author of RSS as it stands',
        rss('<author>e@x.example (N)</author>'),
        'authors',
        ['e@x.example (N)'],
      ],
      [
        'are the words of an author who is written with markup',
        rss('<author>by <a href="/p/1">N. N.</a></author>'),
        'authors',
        ['by N. N.'],
      ],
      [
        'are none where all parts of a person are empty',
        atom('<author> <name/> <role>editor</role></author>'),
        'authors',
        [],
      ],
      ['are Dublin Core creators', rss('<dc:creator>N</dc:creator>', DC), 'authors', ['N']],
      [
        'are labels, else terms',
        atom('<category term="t" label="L"/><category term="u"/>'),
        'categories',
        ['L', 'u'],
      ],
      [
        'are the text of RSS categories',
        rss('<category domain="d">C</category><category>D</category>'),
        'categories',
        ['C', 'D'],
      ],
    ],
  ],
])('%s', (_, cases) => {
  it.each(cases)('%s', async (_rule, document, field, expected) => {
    expect(await fieldOf(document, field)).toEqual(expected);
  });
});

describe('documents', () => {
  it.each([
    ['rss', rss('<title>T</title>')],
    ['rss', '<rss><channel><item><title>no version</title></item></channel></rss>'],
    ['rss', '<rss version="3.0"><channel><item><title>odd version</title></item></channel></rss>'],
    ['rss', '<channel><item><title>no root</title></item></channel>'],
    ['rss', '<rss version="0.91"><channel><item><title>T</title></item></channel></rss>'],
    ['rss', '<rss/>'],
    ['atom', atom('<title>T</title>')],
    [
      'atom',
      '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:title>T</a:title></a:entry></a:feed>',
    ],
    ['atom', '<entry xmlns="http://www.w3.org/2005/Atom"><title>T</title></entry>'],
    ['atom', '<feed><entry><title>no namespace</title></entry></feed>'],
    ['rdf', `<rdf:RDF ${RDF}><channel/><item><title>T</title></item></rdf:RDF>`],
    ['cdf', '<CHANNEL HREF="http://c.example/"><ITEM HREF="http://i.example/"/></CHANNEL>'],
    ['json-feed', '{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[]}'],
    ['json-feed', '{"title":"no version","items":[{"id":"1"}]}'],
    ['json-feed', '{"version":"1.0","items":[{"content_text":"no title"}]}'],
    [null, '<html><body>page</body></html>'],
    [null, '<html><feed><entry><title>a page with odd elements</title></entry></feed></html>'],
    [null, '<html><body><rss>a word in odd marks</rss></body></html>'],
    ['rss', `<html><body>${rss('<title>wrapped in a page</title>')}</body></html>`],
    ['atom', `<html><body>Notice: slow</body></html>${atom('<title>behind a page</title>')}`],
    [null, '<opml version="2.0"><body/></opml>'],
    [null, ''],
    [null, 'no feed at all'],
    [null, '{"broken":'],
    [null, '%PDF-1.4'],
  ])('are %s: %s', async (format, document) => {
    const result = await read(document);

    expect(result.format).toBe(format);
    if (format === null) expect(result.problems.length).toBeGreaterThan(0);
  });

  it.each([
    ['a byte order mark and blank lines', '\ufeff\n\n<?xml version="1.0"?>', ''],
    ['junk before the prolog', 'Warning: something in line 3\n<?xml version="1.0"?>', ''],
    ['a comment before the root', '<!-- made by hand --><!DOCTYPE rss>', ''],
    ['junk after the end', '', '\n<!-- 0.3 s -->garbage</div>'],
    ['control characters', '', '\u0000\u0007'],
  ])('forgive %s', async (_, before, after) => {
    const { entries } = await read(`${before}${rss('<title>T</title>')}${after}`);

    expect(entries.map(({ title }) => title)).toEqual(['T']);
  });

  it.each([
    [
      'RSS',
      rss('<link>a.html</link>', '', '<link>http://s.example/dir/</link>'),
      'http://s.example/dir/a.html',
    ],
    ['RSS without a site', rss('<link>a.html</link>'), 'http://f.example/feeds/a.html'],
    [
      'Atom',
      atom('<link href="a.html"/>', ATOM_10, '<link href="http://s.example/"/>'),
      'http://f.example/feeds/a.html',
    ],
  ])('of %s resolve links against the site or the document', async (_, document, link) => {
    expect(await fieldOf(document, 'link', 'http://f.example/feeds/all.xml')).toBe(link);
  });

  it('have one kind of line break, however they are written', async () => {
    const document = rss('<title>T</title><description>a\r\nb\rc\nd</description>');

    expect(await fieldOf(document, 'summary')).toBe('a\nb\nc\nd');
  });

  it('that are cut off keep the items before the cut', async () => {
    const items = Array.from({ length: 10 }, (_, at) => `<item><title>${at}</title></item>`);
    const whole = `<rss version="2.0"><channel>${items.join('')}`;

    const { entries, format } = await read(`${whole}<item><title>ha`);

    expect(format).toBe('rss');
    expect(entries).toHaveLength(11);
  });

  it('ignore an empty item inside another', async () => {
    const { entries } = await read(
      rss('<title>One</title><item /><guid>1</guid></item><item><title>Two</title><item/>'),
    );

    expect(entries.map(({ title, guid }) => [title, guid])).toEqual([
      ['One', '1'],
      ['Two', null],
    ]);
  });

  it("resolve against the feed's own address where nobody said whence they came", async () => {
    const self = '<atom:link rel="self" href="https://news.example/a/feed.xml"/>';
    const document = rss(
      '<link>/b/1</link>',
      'xmlns:atom="http://www.w3.org/2005/Atom"',
      `<link>/a/</link>${self}`,
    );

    const { link, entries } = await read(document);
    expect([link, entries[0]?.link]).toEqual([
      'https://news.example/a/',
      'https://news.example/b/1',
    ]);
  });

  it('keep items whose predecessors were never closed', async () => {
    const { entries } = await read(
      '<rss version="2.0"><channel><item><title>1</title><item><title>2</title></item></channel></rss>',
    );

    expect(entries.map(({ title }) => title)).toEqual(['1', '2']);
  });

  it('lose nothing but the date when one date of an Atom feed is bad', async () => {
    const bad = '<entry><id>1</id><updated>31/31/2025</updated></entry>';
    const good = '<entry><id>2</id><updated>2025-03-12T00:00:00Z</updated></entry>';

    const { entries, problems, parser } = await read(`<feed ${ATOM_10}>${bad}${good}</feed>`);

    expect(entries.map(({ updated }) => updated?.precision ?? null)).toEqual([null, 'instant']);
    expect(problems.join(' ')).toContain('31/31/2025');
    expect(parser).toBe('feedsmith');
  });

  it.each([
    ['rss-parser', rss('<title>T</title>')],
    ['feedsmith', rss('<title>A & B</title>')],
    ['lenient', '<rss version="2.0"><channel><item><title>5 < 6</title>'],
  ])('say that %s answered', async (parser, document) => {
    expect((await read(document)).parser).toBe(parser);
  });

  it('have the title and link of the channel, not of its image', async () => {
    const image = '<image><title>I</title><link>http://i.example/</link></image>';
    const own = '<title>T</title><link>http://c.example/</link>';

    expect(await read(rss('', '', `${image}${own}`))).toMatchObject({
      title: 'T',
      link: 'http://c.example/',
    });
  });

  it('do not take the address of the feed for that of the site', async () => {
    const self = '<link rel="self" href="http://c.example/feed"/>';

    const both = await read(atom('', ATOM_10, `${self}<link href="http://c.example/"/>`));
    const none = await read(atom('', ATOM_10, self));

    expect([both.link, none.link]).toEqual(['http://c.example/', null]);
  });

  it('tell a page that checks for robots from other pages', async () => {
    const { problems } = await read('<!doctype html><title>Just a moment...</title>');

    expect(problems).toEqual([
      'The server sent a page that checks for robots instead of the feed.',
    ]);
  });

  it('that are no feed say so first, whatever else is wrong with them', async () => {
    const { problems } = await read('<?xml version="1.0" encoding="klingon"?><html>page</html>');

    expect(problems).toEqual([
      'This is a web page, not a feed.',
      'The encoding "klingon" is not known.',
    ]);
  });

  it('quote a date that was not understood on one line', async () => {
    const { problems } = await read(rss('<pubDate>some\n   day\n soon</pubDate>'));

    expect(problems).toEqual(['The date "some day soon" was not understood.']);
  });

  it('of JSON Feed are read item by item', async () => {
    const items = [
      {
        id: 7,
        url: '/a',
        title: 'A',
        content_html: '<p>x</p>',
        date_published: '2025-03-12T00:00:00Z',
        authors: [{ name: 'N' }],
        tags: ['t'],
      },
      'not an item',
      { id: 'http://h.example/b', content_text: 'y', title: { wrong: true } },
    ];
    const { entries, problems } = await read(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        home_page_url: 'http://h.example/',
        items,
      }),
    );

    expect(entries).toMatchObject([
      {
        guid: '7',
        link: 'http://h.example/a',
        title: 'A',
        content: '<p>x</p>',
        authors: ['N'],
        categories: ['t'],
      },
      { guid: 'http://h.example/b', link: 'http://h.example/b', title: null, content: 'y' },
    ]);
    expect(problems).toEqual(['1 items were not readable and left out.']);
  });

  it.each([
    ['a comma too many', '{"id":"1","title":"One",},{"id":"2","title":"Two"},]}', 2, 0],
    ['a number that is none', '{"id":"1","title":"One","n":NaN},{"id":"2","title":"Two"}]}', 2, 0],
    ['a line break in a text', '{"id":"1","title":"One\nmore"},{"id":"2","title":"Two"}]}', 2, 0],
    [
      'a cut in the middle',
      '{"id":"1","title":"One"},{"id":"2","title":"Two"},{"id":"3","ti',
      2,
      1,
    ],
    ['one broken item', '{"id":"1","title":"One"},{"id" "x"},{"id":"2","title":"T]w}o"}]}', 2, 1],
  ])('of JSON Feed with %s keep the items that can be read', async (_, items, kept, lost) => {
    const head = '{"version":"https://jsonfeed.org/version/1.1","title":"F","items":[';
    const { format, title, entries, problems } = await read(`${head}${items}`);

    expect([format, title]).toEqual(['json-feed', 'F']);
    expect(entries.map(({ guid }) => guid)).toEqual(['1', '2'].slice(0, kept));
    expect(problems[0]).toBe('The document is no valid JSON; it was read item by item.');
    expect(problems.slice(1)).toEqual(
      lost === 0 ? [] : [`${lost} items were not readable and left out.`],
    );
  });

  it.each([
    '{"items":[',
    '{"version":"https://jsonfeed.org/version/1","items":',
    '{"a":1,,"items":[{"id":1}]}',
    `{"items":[${'['.repeat(50_000)}`,
    `{"items":["${'\\'.repeat(50_000)}`,
  ])('that only begin like JSON Feed are no feed: %#', async (text) => {
    expect(await read(text)).toMatchObject({
      format: null,
      problems: ['The document begins like JSON but is broken or cut off.'],
    });
  });

  const NAMES = [
    '__proto__',
    'constructor',
    'prototype',
    'constructor.prototype',
    'toString',
    'hasOwnProperty',
    '__defineGetter__',
    'valueOf',
  ];
  const DOCUMENTS: readonly (readonly [string, (name: string) => string])[] = [
    ['an element', (name) => rss(`<${name}><polluted>yes</polluted></${name}><title>T</title>`)],
    ['an attribute', (name) => rss(`<title ${name}="polluted" polluted="yes">T</title>`)],
    [
      'a prefix',
      (name) =>
        `<rss xmlns:${name}="urn:polluted"><channel><item><${name}:polluted>yes</${name}:polluted><title>T</title></item></channel></rss>`,
    ],
    ['an element of Atom', (name) => atom(`<${name} polluted="yes"/><title>T</title>`)],
    [
      'a key of JSON Feed',
      (name) =>
        `{"version":"https://jsonfeed.org/version/1","${name}":{"polluted":"yes"},"items":[{"id":"1","title":"T","${name}":{"polluted":"yes"}}]}`,
    ],
  ];
  it.each(DOCUMENTS.flatMap(([place, make]) => NAMES.map((name) => [place, name, make] as const)))(
    'with %s named %s change no object',
    async (_place, name, make) => {
      const before = Object.getOwnPropertyNames(Object.prototype);
      const { entries } = await read(make(name));

      expect(entries.map(({ title }) => title)).toEqual(['T']);
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
      expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
    },
  );
});

describe('broken documents', () => {
  const wholes = [
    rss(
      '<title>T &amp; U</title><link>http://l.example/</link><description><![CDATA[<p>x</p>]]></description>',
    ),
    atom(
      `<title type="xhtml"><div ${XHTML}>A</div></title><link href="/a"/><updated>2025-03-12T00:00:00Z</updated>`,
    ),
    '{"version":"https://jsonfeed.org/version/1","items":[{"id":"1","title":"T"}]}',
  ];
  const change = fc.record({
    whole: fc.constantFrom(...wholes),
    at: fc.nat(400),
    length: fc.nat(30),
    insert: fc.constantFrom(
      '',
      '<',
      '>',
      '&',
      '"',
      ']]>',
      '<![CDATA[',
      '<!--',
      '<item>',
      '</rss>',
      '\u0000',
      '\ud800',
      '<?',
      '<!DOCTYPE x [',
      '{',
      '&#x;',
    ),
  });

  it('never throw, whatever is cut out or put in', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        let document = changes[0]?.whole ?? '';
        for (const { at, length, insert } of changes) {
          document = document.slice(0, at) + insert + document.slice(at + length);
        }
        const { format, problems } = await read(document);
        expect(format !== null || problems.length > 0).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('never throw, whatever the bytes are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        await readDocument(bytes, null, null);
      }),
    );
  });
});
