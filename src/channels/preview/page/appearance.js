// Which look is shown and in which colours: chosen here, remembered by the browser.
import { byId } from './elements.js';

const page = document.documentElement;
const systemIsDark = matchMedia('(prefers-color-scheme: dark)');
const wide = matchMedia('(min-width: 1100px)');

/** @returns {'light' | 'dark'} */
export function theme() {
  return page.dataset.theme ?? (systemIsDark.matches ? 'dark' : 'light');
}

/** Sets up the switches; `onTheme` and `onLook` are called after each change. */
export function setUpAppearance({ onTheme, onLook }) {
  setUpTheme(onTheme);
  setUpLook(onLook);
}

function setUpTheme(onTheme) {
  const button = byId('theme');
  const label = () => {
    button.textContent = theme() === 'dark' ? 'Light' : 'Dark';
  };
  const stored = remembered('theme');
  if (stored === 'light' || stored === 'dark') page.dataset.theme = stored;
  label();
  button.addEventListener('click', () => {
    page.dataset.theme = theme() === 'dark' ? 'light' : 'dark';
    remember('theme', page.dataset.theme);
    label();
    onTheme();
  });
  systemIsDark.addEventListener('change', () => {
    label();
    onTheme();
  });
}

function setUpLook(onLook) {
  const choose = (look) => {
    const radio = document.querySelector(`input[name=look][value="${look}"]`);
    if (radio === null || (look === 'both' && !wide.matches)) return choose('slack');
    radio.checked = true;
    page.dataset.look = look;
    onLook();
  };
  choose(remembered('look') ?? 'both');
  document.querySelector('.look-switch').addEventListener('change', (event) => {
    remember('look', event.target.value);
    choose(event.target.value);
  });
  wide.addEventListener('change', () => choose(page.dataset.look));
}

function remembered(name) {
  try {
    return localStorage.getItem(`tariffwatch.${name}`);
  } catch {
    return null;
  }
}

function remember(name, value) {
  try {
    localStorage.setItem(`tariffwatch.${name}`, value);
  } catch {
    // A browser that keeps nothing still shows everything.
  }
}
