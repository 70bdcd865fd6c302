// Small ways to build the page. Text always goes in as text, never as markup.

/**
 * An element with attributes and children. `on*` keys are listeners; false, null and undefined leave an attribute out.
 * @param {string} tag
 * @param {Record<string, string | number | boolean | null | undefined | ((event: any) => void)>} [attributes]
 * @param {...(Node | string | null)} children
 */
export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (typeof value === 'function') node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? '' : `${value}`);
  }
  node.append(...children.filter((child) => child !== null));
  return node;
}

const MOMENT = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
});

/** An instant as `<time>`, in UTC. */
export function moment(instant) {
  const date = new Date(instant);
  return element('time', { datetime: date.toISOString() }, `${MOMENT.format(date)} UTC`);
}

/** The element with this id; the page's own markup has it. */
export function byId(id) {
  return document.getElementById(id);
}
