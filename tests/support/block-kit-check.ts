// Slack's rules for a message, written down a second time from its documentation: a rendering in, what is wrong with it out.
// It shares nothing with the renderer, so that a mistake has to be made twice to go unseen.

type Json = Readonly<Record<string, unknown>>;

/** Everything wrong with the blocks, in words; empty when Slack would take them. */
export function blockKitFaults(blocks: readonly unknown[]): string[] {
  const faults: string[] = [];
  if (blocks.length > 50) faults.push(`${blocks.length} blocks`);
  let characters = 0;
  for (const [index, block] of (blocks as readonly Json[]).entries()) {
    const say = (text: string) => faults.push(`block ${index} (${String(block['type'])}): ${text}`);
    characters += charactersOf(block);
    switch (block['type']) {
      case 'header':
        onlyKeys(block, ['type', 'text'], say);
        textObject(block['text'], 'plain_text', 150, say);
        break;
      case 'divider':
        onlyKeys(block, ['type'], say);
        break;
      case 'context':
        onlyKeys(block, ['type', 'elements'], say);
        for (const element of list(block['elements'], 1, 10, say)) {
          textObject(element, String(element['type']), 3_000, say);
        }
        break;
      case 'actions':
        onlyKeys(block, ['type', 'elements'], say);
        for (const element of list(block['elements'], 1, 25, say)) button(element, say);
        uniqueIds(list(block['elements'], 1, 25, say), say);
        break;
      case 'rich_text':
        onlyKeys(block, ['type', 'elements'], say);
        for (const element of list(block['elements'], 1, 1_000, say)) richText(element, say);
        break;
      default:
        say('unknown type');
    }
  }
  if (characters > 12_000) faults.push(`${characters} characters in all`);
  return faults;
}

type Say = (text: string) => void;

function onlyKeys(value: Json, allowed: readonly string[], say: Say): void {
  for (const key of Object.keys(value)) if (!allowed.includes(key)) say(`unknown property ${key}`);
}

function list(value: unknown, least: number, most: number, say: Say): readonly Json[] {
  if (!Array.isArray(value) || value.length < least || value.length > most) {
    say(`a list of ${least} to ${most} is wanted`);
    return [];
  }
  return value as readonly Json[];
}

function textObject(value: unknown, type: string, most: number, say: Say): void {
  const text = value as Json | undefined;
  if (text === undefined || text['type'] !== type || !/^(plain_text|mrkdwn)$/.test(type)) {
    say('no text object of the wanted type');
    return;
  }
  onlyKeys(text, ['type', 'text', type === 'plain_text' ? 'emoji' : 'verbatim'], say);
  const content = text['text'];
  if (typeof content !== 'string' || content.length < 1 || content.length > most) {
    say(`a text of 1 to ${most} characters is wanted`);
  }
}

function button(value: Json, say: Say): void {
  onlyKeys(value, ['type', 'action_id', 'text', 'value', 'url', 'style'], say);
  if (value['type'] !== 'button') say('not a button');
  textObject(value['text'], 'plain_text', 75, say);
  short(value['action_id'], 255, say);
  if (value['value'] !== undefined) short(value['value'], 2_000, say);
  if (value['url'] !== undefined) short(value['url'], 3_000, say);
  if (![undefined, 'primary', 'danger'].includes(value['style'] as string | undefined)) {
    say('unknown style');
  }
}

function short(value: unknown, most: number, say: Say): void {
  if (typeof value !== 'string' || value.length < 1 || value.length > most) {
    say(`a text of 1 to ${most} characters is wanted`);
  }
}

function uniqueIds(elements: readonly Json[], say: Say): void {
  const ids = elements.map((element) => element['action_id']);
  if (new Set(ids).size !== ids.length) say('two elements share an action_id');
}

function richText(value: Json, say: Say): void {
  switch (value['type']) {
    case 'rich_text_section':
      onlyKeys(value, ['type', 'elements'], say);
      for (const element of list(value['elements'], 1, 1_000, say)) inline(element, say);
      break;
    case 'rich_text_list':
      onlyKeys(value, ['type', 'style', 'elements'], say);
      if (value['style'] !== 'bullet') say('unknown list style');
      for (const element of list(value['elements'], 1, 1_000, say)) richText(element, say);
      break;
    default:
      say(`unknown rich text ${String(value['type'])}`);
  }
}

function inline(value: Json, say: Say): void {
  onlyKeys(value, ['type', 'text', 'url', 'style'], say);
  if (value['type'] === 'link') short(value['url'], 3_000, say);
  else if (value['type'] !== 'text') say(`unknown inline ${String(value['type'])}`);
  short(value['text'], 3_000, say);
  const style = value['style'];
  if (style === undefined) return;
  onlyKeys(style as Json, ['bold', 'strike', 'code', 'italic'], say);
  if (Object.keys(style as Json).length === 0) say('an empty style');
}

/** Every text, address and value in a block. */
export function charactersOf(block: Json): number {
  let sum = 0;
  const visit = (value: unknown, key: string): void => {
    if (typeof value === 'string') {
      if (key === 'text' || key === 'url' || key === 'value') sum += value.length;
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value))
        visit(inner, Array.isArray(value) ? key : name);
    }
  };
  visit(block, '');
  return sum;
}

/**
 * Tokens that Slack would bring to life: `<...>` in a mrkdwn text, and rich text elements other than text. Links come out as
 * their address, everything else as it stands.
 */
export function liveTokens(text: string, blocks: readonly unknown[]): string[] {
  const found = tokensOfMrkdwn(text);
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) {
      for (const inner of value) visit(inner);
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    const element = value as Json;
    if (element['type'] === 'mrkdwn') found.push(...tokensOfMrkdwn(String(element['text'])));
    if (
      element['type'] === 'link' ||
      (element['type'] === 'button' && element['url'] !== undefined)
    ) {
      found.push(String(element['url']));
    }
    if (
      /^(user|usergroup|channel|team|broadcast|emoji|date|color)$/.test(String(element['type']))
    ) {
      found.push(JSON.stringify(element));
    }
    for (const inner of Object.values(element)) visit(inner);
  };
  visit(blocks);
  return found;
}

/** Reads mrkdwn as Slack does: a token runs from `<` to the next `>`, its address to the first `|`. */
function tokensOfMrkdwn(text: string): string[] {
  const tokens: string[] = [];
  let at = text.indexOf('<');
  while (at !== -1) {
    const end = text.indexOf('>', at);
    const inner = end === -1 ? text.slice(at + 1) : text.slice(at + 1, end);
    tokens.push((inner.split('|', 1)[0] ?? '').replaceAll('&amp;', '&'));
    at = text.indexOf('<', end === -1 ? text.length : end);
  }
  return tokens;
}

/** Everything wrong with a modal, in words; https://docs.slack.dev/reference/views/modal-views */
export function modalFaults(view: Json): string[] {
  const faults: string[] = [];
  const say: Say = (text) => faults.push(text);
  if (view['type'] !== 'modal') say('no modal');
  for (const key of ['title', 'submit', 'close']) {
    if (view[key] !== undefined) textObject(view[key], 'plain_text', 24, say);
  }
  if (textOf(view['private_metadata']).length > 3_000) say('private_metadata is too long');
  const blocks = list(view['blocks'], 1, 100, say);
  const inputs = blocks.filter(({ type }) => type === 'input');
  if (inputs.length > 0 && view['submit'] === undefined) say('inputs without a submit');
  for (const block of inputs) inputBlock(block, say);
  const ids = inputs.map((block) => block['block_id']);
  if (new Set(ids).size !== ids.length) say('two inputs share a block_id');
  const others = blocks.filter(({ type }) => type !== 'input' && type !== 'section');
  for (const block of blocks.filter(({ type }) => type === 'section')) {
    textObject(block['text'], 'plain_text', 3_000, say);
  }
  return [...faults, ...blockKitFaults(others)];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function inputBlock(block: Json, say: Say): void {
  onlyKeys(block, ['type', 'block_id', 'label', 'optional', 'element', 'hint'], say);
  short(block['block_id'], 255, say);
  textObject(block['label'], 'plain_text', 2_000, say);
  if (block['hint'] !== undefined) textObject(block['hint'], 'plain_text', 2_000, say);
  const element = block['element'] as Json;
  short(element['action_id'], 255, say);
  switch (element['type']) {
    case 'plain_text_input':
      onlyKeys(element, ['type', 'action_id', 'multiline', 'max_length', 'initial_value'], say);
      if (Number(element['max_length']) > 3_000) say('max_length is at most 3000');
      if (textOf(element['initial_value']).length > Number(element['max_length'])) {
        say('initial_value is longer than max_length');
      }
      break;
    case 'datepicker':
      onlyKeys(element, ['type', 'action_id', 'initial_date'], say);
      if (!/^\d{4}-\d{2}-\d{2}$/.test(textOf(element['initial_date']) || '2025-01-01')) {
        say('initial_date is no day');
      }
      break;
    case 'static_select': {
      onlyKeys(element, ['type', 'action_id', 'options', 'initial_option'], say);
      const options = list(element['options'], 1, 100, say);
      for (const option of options) {
        textObject(option['text'], 'plain_text', 75, say);
        short(option['value'], 150, say);
      }
      const initial = element['initial_option'];
      // Slack compares the whole option, its text included.
      const known = options.map((option) => JSON.stringify(option));
      if (initial !== undefined && !known.includes(JSON.stringify(initial))) {
        say('initial_option is none of the options');
      }
      break;
    }
    default:
      say(`unknown element ${String(element['type'])}`);
  }
}
