// The Teams look of a message: an Adaptive Card rendered by Microsoft's own renderer with colours near those of Teams.
// `AdaptiveCards` and `markdownit` are set by their scripts before this module runs.

const FONT = '"Segoe UI", system-ui, -apple-system, "Liberation Sans", sans-serif';

const MONOSPACE = 'ui-monospace, "SFMono-Regular", "Liberation Mono", monospace';
const FONT_SIZES = { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 };
const FONT_WEIGHTS = { lighter: 300, default: 400, bolder: 600 };

const COLOURS = {
  light: {
    default: ['#242424', '#616161'],
    accent: ['#4f52b2', '#444791'],
    good: ['#0e700e', '#0e700e'],
    warning: ['#835b00', '#835b00'],
    attention: ['#b10e1c', '#b10e1c'],
    fill: {
      default: '#ffffff',
      emphasis: '#f5f5f5',
      accent: '#e8ebfa',
      good: '#f1faf1',
      warning: '#fffaf0',
      attention: '#fdf3f4',
    },
    line: '#e0e0e0',
  },
  dark: {
    default: ['#ffffff', '#adadad'],
    accent: ['#aeb3f5', '#9299f7'],
    good: ['#5ec75a', '#5ec75a'],
    warning: ['#f2c661', '#f2c661'],
    attention: ['#f0868f', '#f0868f'],
    fill: {
      default: '#292929',
      emphasis: '#1f1f1f',
      accent: '#2f2f4a',
      good: '#1c2b1c',
      warning: '#33290f',
      attention: '#3b1f22',
    },
    line: '#525252',
  },
};

function hostConfig(theme) {
  const colours = COLOURS[theme];
  const foregroundColors = {};
  for (const name of ['default', 'accent', 'good', 'warning', 'attention']) {
    foregroundColors[name] = { default: colours[name][0], subtle: colours[name][1] };
  }
  foregroundColors.dark = foregroundColors.default;
  foregroundColors.light = { default: colours.default[1], subtle: colours.default[1] };
  const containerStyles = {};
  for (const [name, backgroundColor] of Object.entries(colours.fill)) {
    containerStyles[name] = { backgroundColor, foregroundColors };
  }
  return new AdaptiveCards.HostConfig({
    fontTypes: {
      default: { fontFamily: FONT, fontSizes: FONT_SIZES, fontWeights: FONT_WEIGHTS },
      monospace: { fontFamily: MONOSPACE, fontSizes: FONT_SIZES, fontWeights: FONT_WEIGHTS },
    },
    fontFamily: FONT,
    fontSizes: FONT_SIZES,
    fontWeights: FONT_WEIGHTS,
    lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 32 },
    spacing: { small: 6, default: 10, medium: 14, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: colours.line },
    containerStyles,
    actions: {
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
      buttonSpacing: 8,
      spacing: 'default',
      maxActions: 6,
    },
    factSet: {
      title: { weight: 'bolder', wrap: true, maxWidth: 150 },
      value: { wrap: true },
      spacing: 16,
    },
  });
}

const configs = {};
let markdown = null;

/**
 * The card as an element; a click calls `onPress` with what its action carries, links open in a new tab.
 * @param {object} card
 * @param {'light' | 'dark'} theme
 * @param {(press: { command: string, fields?: object } | { link: string } | undefined) => void} onPress
 */
export function renderTeamsLook(card, theme, onPress) {
  markdown ??= window.markdownit({ html: false, linkify: false });
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = markdown.render(text);
    result.didProcess = true;
  };
  const adaptive = new AdaptiveCards.AdaptiveCard();
  configs[theme] ??= hostConfig(theme);
  adaptive.hostConfig = configs[theme];
  adaptive.onExecuteAction = (action) => onPress(pressOf(action));
  adaptive.onAnchorClicked = () => false;
  adaptive.parse(card);
  const rendered = adaptive.render();
  for (const anchor of rendered.querySelectorAll('a')) openOutside(anchor);
  return rendered;
}

/** Links of untrusted text: a new tab, no referrer, no way back into this page. */
export function openOutside(anchor) {
  anchor.target = '_blank';
  anchor.rel = 'noopener noreferrer';
}

/** What an action carries, as Teams would send it back to the bot. */
function pressOf(action) {
  if (action.url !== undefined) return { link: action.url };
  const command = action.data?.command ?? action.data?.msteams?.text;
  if (command === undefined) return undefined;
  return Array.isArray(action.data?.form)
    ? { command, fields: fieldsOf(action.data) }
    : { command };
}

/** The inputs of the card, as the bot reads them: a choice of nothing is `-`, what is empty does not come. */
function fieldsOf(data) {
  return Object.fromEntries(
    data.form.map((name) => {
      const value = data[`field-${name}`] ?? '';
      return [name, value === '-' ? '' : value];
    }),
  );
}
