// The files of the page, by path: our own and the two renderers'. A fixed table, so no path of a request reaches the disk.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const TYPES = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
} as const;

// The same depth from src/ and from dist/: the page is served as it is written, there is no build of it.
const PAGE_FOLDER = join(import.meta.dirname, '../../../src/channels/preview/page');

const OWN_FILES = [
  'index.html',
  'icon.svg',
  'base.css',
  'frame.css',
  'room.css',
  'panels.css',
  'narrow.css',
  'looks.css',
  'slack-look.css',
  'modal-view.js',
  'page.js',
  'appearance.js',
  'channel-list.js',
  'faults.js',
  'welcome.js',
  'channel-view.js',
  'composer.js',
  'notices.js',
  'panel-rows.js',
  'post-view.js',
  'review-form.js',
  'side-panels.js',
  'story-player.js',
  'suggestion-list.js',
  'teams-look.js',
  'elements.js',
  'server.js',
] as const;

const RENDERER_FILES = {
  'slack-blocks.css': 'slack-blocks-to-jsx/dist/style.css',
  'adaptivecards.js': 'adaptivecards/dist/adaptivecards.min.js',
  'markdown-it.js': 'markdown-it/dist/browser/markdown-it.umd.min.js',
} as const;

export type PageFile = { readonly type: string; readonly bytes: Buffer };

/** Reads all files once. Keys are paths below `/preview/page/`; `index.html` is the page itself. */
export function readPageFiles(): ReadonlyMap<string, PageFile> {
  const modules = createRequire(import.meta.url);
  const files = new Map<string, PageFile>();
  for (const name of OWN_FILES) files.set(name, readPageFile(join(PAGE_FOLDER, name)));
  for (const [name, path] of Object.entries(RENDERER_FILES)) {
    // Resolved by folder: not every package exports its browser files.
    const folder = modules.resolve(`${path.split('/')[0]}/package.json`);
    files.set(`renderers/${name}`, readPageFile(join(folder, '..', path.replace(/^[^/]+\//, ''))));
  }
  return files;
}

function readPageFile(path: string): PageFile {
  const extension = path.slice(path.lastIndexOf('.') + 1) as keyof typeof TYPES;
  return { type: TYPES[extension], bytes: readFileSync(path) };
}
