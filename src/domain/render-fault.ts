// Tells a message that cannot be put into a platform's form from a request whose fate is unknown.

/** Thrown before any request was made. `cause` is what went wrong. */
export class RenderFaultError extends Error {}

/** What `render` makes. @throws RenderFaultError for whatever it throws. */
export function rendered<T>(render: () => T): T {
  try {
    return render();
  } catch (cause) {
    throw new RenderFaultError('the message could not be put into the form of the platform', {
      cause,
    });
  }
}
