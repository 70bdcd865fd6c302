// A text without a run of marks at its end. By hand, because a pattern such as /\/+$/ takes the square of the length where
// the run stands in the middle: the engine begins anew at each mark of it.

/** `text` without those of `marks` that stand at its end. */
export function withoutEnd(text: string, marks: string): string {
  let end = text.length;
  while (end > 0 && marks.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
