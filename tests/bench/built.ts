// The program as it is shipped. The runner of the bench adds a call to every function that is made within another, which
// would be timed with the work.

/** A module of the last build, by its path in `src` without ending; `npm run bench` builds first. */
export async function built<Module>(path: string): Promise<Module> {
  const file = new URL(`../../dist/${path}.js`, import.meta.url);
  return (await import(file.href)) as Module;
}
