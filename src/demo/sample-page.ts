// The page behind an item's link: its text, and the plain statement that it is a sample.
import { encodeXML } from 'entities';
import { SAMPLE_FEEDS, type ShownItem } from './sample-feeds.ts';

/** A small HTML page without scripts. */
export function renderItemPage(item: ShownItem): string {
  const publisher = SAMPLE_FEEDS.find((feed) => feed.id === item.feed)?.publisher ?? item.feed;
  const paragraphs = [item.summary, ...(item.content ?? [])].map(
    (text) => `<p>${encodeXML(text)}</p>`,
  );
  const real =
    item.realDocument === undefined
      ? ''
      : ` The real document: <a href="${encodeXML(item.realDocument)}" rel="noreferrer">${encodeXML(item.realDocument)}</a>.`;
  return (
    '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">' +
    `<title>${encodeXML(item.title)}</title>` +
    '<style>:root{color-scheme:light dark}body{font:17px/1.6 system-ui,sans-serif;max-width:40em;margin:10vh auto;padding:0 1.2em}small{opacity:.75}h1{font-size:1.5em;line-height:1.25}</style>' +
    `<small>${encodeXML(publisher)}, ${new Date(item.published).toUTCString()}</small>` +
    `<h1>${encodeXML(item.title)}</h1>${paragraphs.join('')}` +
    `<hr><small>A sample item of the Tariffwatch demo, in our own words: nobody published this text.${real}</small></html>\n`
  );
}
