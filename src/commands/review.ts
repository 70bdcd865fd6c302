// review: what the ledger does not take by itself, decided by curators with who, when and why.
import { UserError } from '../domain/error.ts';
import type { FormValues } from '../domain/form.ts';
import type { Message } from '../domain/message.ts';
import type { Review, ReviewDecision } from '../domain/review.ts';
import { decideReview } from '../ledger/decide-review.ts';
import type { ReviewEdits } from '../ledger/edit-measure.ts';
import { type SourceDifference, sourceDifferences } from '../ledger/source-differences.ts';
import { formValues, reviewFormMessage } from '../messages/review-form.ts';
import {
  reviewDecidedMessage,
  reviewListMessage,
  reviewMessage,
} from '../messages/review-message.ts';
import { nearestWord } from '../reference/nearest-word.ts';
import type { CommandRequest } from './command.ts';
import { mayDecide, refuseOthers } from './may-decide.ts';

const VERBS: Readonly<Record<string, ReviewDecision['kind']>> = {
  approve: 'approved',
  accept: 'approved',
  edit: 'edited',
  reject: 'rejected',
};

const EDIT_FIELDS = [
  'imposer',
  'target',
  'product',
  'instrument',
  'kind',
  'rate',
  'basis',
  'from',
  'to',
  'law',
] as const satisfies readonly (keyof ReviewEdits)[];

const EXAMPLE =
  'review R-3 edit rate:25 basis:additional from:2025-03-12 because the order says so';

/** `review [R-3] [approve | edit field:value ... | reject] [because WHY]` */
export async function review(request: CommandRequest): Promise<Message> {
  const [id, verb, ...rest] = request.words;
  if (id === undefined) return reviewListMessage(await request.store.openReviews());
  const found = await findReview(request, id);
  if (verb === undefined) {
    return reviewMessage(found, mayDecide(request), await differencesOf(request, found));
  }
  const kind = VERBS[verb.toLowerCase()];
  if (kind === undefined) {
    throw new UserError(
      'unknown-word',
      `A review is approved, edited or rejected; "${verb}" is none of them.`,
      `For example: review ${found.id} approve`,
    );
  }
  refuseOthers(request, 'decide reviews');
  const { fields } = request.context;
  const isAsking = fields === undefined && rest.length === 0;
  if (kind === 'edited' && isAsking && found.decision === null) {
    return reviewFormMessage(found, await differencesOf(request, found));
  }
  const { edits, why } = fields === undefined ? readEdits(rest) : changedFields(found, fields);
  return decide(request, found, { kind, edits, why });
}

async function findReview(request: CommandRequest, id: string): Promise<Review> {
  const wanted = id.toUpperCase().replace(/^R-?(?=\d)/, 'R-');
  const found = await request.store.review(wanted);
  if (found !== null) return found;
  throw new UserError('not-found', `I know no review ${id}.`, 'See the open ones with: review');
}

// The story may have been forgotten since; the review stands without it.
async function differencesOf(
  request: CommandRequest,
  { storyId }: Review,
): Promise<readonly SourceDifference[]> {
  const story = storyId === null ? null : await request.store.story(storyId);
  return story === null ? [] : sourceDifferences(story.sources);
}

type Decision = {
  readonly kind: ReviewDecision['kind'];
  readonly edits: ReviewEdits;
  readonly why: string;
};

async function decide(
  request: CommandRequest,
  open: Review,
  { kind, edits, why }: Decision,
): Promise<Message> {
  let entry = 0;
  const { decision, entries } = decideReview({
    review: open,
    kind,
    edits,
    why,
    by: request.context.userName,
    at: request.now,
    ledger: request.ledger,
    newEntryId: () => {
      entry += 1;
      return `E-${open.id}-${entry}`;
    },
  });
  if (!(await request.store.decideReview(open.id, decision, entries))) {
    throw await decidedMeanwhile(request, open);
  }
  return reviewDecidedMessage({ ...open, decision }, entries);
}

// Two curators opened the same form: the second learns who was first and that nothing of theirs was taken.
async function decidedMeanwhile(request: CommandRequest, open: Review): Promise<UserError> {
  const first = (await request.store.review(open.id))?.decision ?? null;
  const how = first === null ? 'decided' : `${first.kind} by ${first.by}`;
  return new UserError(
    'decided-already',
    `${open.id} was ${how} in the meantime; your decision was not taken.`,
    `See what was decided with: review ${open.id}`,
  );
}

// Of a form only what was changed is an edit: the rest stays as it was read.
function changedFields(
  { proposal }: Review,
  given: FormValues,
): { readonly edits: ReviewEdits; readonly why: string } {
  const shown = formValues(proposal);
  const changed = EDIT_FIELDS.flatMap((name) => {
    const value = given[name]?.trim();
    return value === undefined || value === shown[name] ? [] : [[name, value] as const];
  });
  return { edits: Object.fromEntries(changed), why: given['why'] ?? '' };
}

// `rate:25 from:2025-03-12 because the order says so`: fields first, then the reason to the end.
function readEdits(words: readonly string[]): {
  readonly edits: ReviewEdits;
  readonly why: string;
} {
  const edits: { -readonly [field in keyof ReviewEdits]: string } = {};
  let at = 0;
  for (; at < words.length; at += 1) {
    const parts = /^([a-z]+)[:=](.*)$/i.exec(words[at] ?? '');
    if (parts === null) break;
    const name = (parts[1] ?? '').toLowerCase();
    const field = EDIT_FIELDS.find((one) => one === name);
    if (field === undefined) {
      const near = nearestWord(name, EDIT_FIELDS);
      throw new UserError(
        'bad-setting',
        `"${name}" is no field of a measure.`,
        `${near === null ? `Fields are ${EDIT_FIELDS.join(', ')}.` : `Did you mean ${near}?`} For example: ${EXAMPLE}`,
      );
    }
    edits[field] = parts[2] ?? '';
  }
  const reason = words.slice(at);
  const why = reason[0]?.toLowerCase() === 'because' ? reason.slice(1) : reason;
  return { edits, why: why.join(' ') };
}
