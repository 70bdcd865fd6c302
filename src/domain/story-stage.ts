// Which of the two state machines a story is about: the relief of a target when it tells of one, else the measure.
import type { MeasureStage, ReliefStage } from './reading.ts';
import type { StoryFacts } from './story.ts';

/** The stage that a headline, a filter and a mute go by; null when the texts say nothing of one. */
export function leadingStage(
  story: Pick<StoryFacts, 'stage' | 'relief'>,
): MeasureStage | ReliefStage | null {
  return story.relief ?? story.stage;
}
