// The strip that says that time is compressed, where the sample story stands, and lets one pause or step it.
import { byId, element } from './elements.js';
import { attempt } from './faults.js';
import { tell } from './server.js';

const DAY = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** Draws `story` (null hides the strip). */
export function drawStory(story) {
  const strip = byId('story');
  strip.hidden = story === null;
  if (story === null) return;
  if (strip.childElementCount === 0) build(strip);
  strip.querySelector('.story-day').textContent = DAY.format(new Date(story.at));
  strip.querySelector('.story-title').textContent = story.title;
  strip.querySelector('.story-pace').textContent = story.ended
    ? 'The sample story has ended. The clock now runs as usual.'
    : story.pace;
  strip.querySelector('.story-now').textContent = story.happening;
  const progress = strip.querySelector('progress');
  progress.max = story.steps;
  progress.value = story.step;
  progress.title = `Step ${story.step} of ${story.steps}`;
  const [pause, step] = strip.querySelectorAll('button');
  pause.textContent = story.running ? 'Pause' : 'Play';
  pause.dataset.action = story.running ? 'pause' : 'run';
  pause.disabled = story.ended;
  step.disabled = story.ended;
}

function build(strip) {
  strip.append(
    element(
      'p',
      { class: 'story-head' },
      element('strong', { class: 'story-day' }),
      element('span', { class: 'story-title' }),
    ),
    element('progress', { 'aria-label': 'Progress of the sample story' }),
    element(
      'p',
      { class: 'story-text' },
      element('span', { class: 'story-now' }),
      ' ',
      element('span', { class: 'story-pace' }),
    ),
    element(
      'div',
      { class: 'story-buttons' },
      element('button', {
        type: 'button',
        class: 'quiet',
        onclick: (event) => steer(event.currentTarget.dataset.action),
      }),
      element(
        'button',
        { type: 'button', class: 'quiet', onclick: () => steer('step') },
        'Next step',
      ),
    ),
  );
}

function steer(action) {
  attempt(async () => drawStory(await tell('story', { action })));
}
