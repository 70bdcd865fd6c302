// The package that is uploaded to Teams: the manifest, its icons and what the installer knows in, the bytes of a zip out.
// The same input gives the same bytes on every machine and at every time.
import { strToU8, zipSync } from 'fflate';
import { APP_ID_PLACEHOLDER, HOST_PLACEHOLDER } from './manifest-content.ts';

export type TeamsPackageInput = {
  /** Text of `teams/manifest.json`. */
  readonly manifest: string;
  readonly color: Uint8Array;
  readonly outline: Uint8Array;
  /** Microsoft App ID of the Azure Bot, a GUID. */
  readonly appId: string;
  /** Host of the pages that the manifest names for people. */
  readonly host: string;
};

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const HOST = /^[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?$/i;

/** @throws RangeError when the app id is no GUID or the host no host name. */
export function buildTeamsPackage(input: TeamsPackageInput): Uint8Array {
  if (!GUID.test(input.appId) || input.appId === APP_ID_PLACEHOLDER) {
    throw new RangeError(
      `The app id ${input.appId} is no GUID: take it from Azure Bot > Configuration.`,
    );
  }
  if (!HOST.test(input.host)) {
    throw new RangeError(`The host ${input.host} is no host name: give it as in bot.example.org.`);
  }
  const manifest = input.manifest
    .replaceAll(APP_ID_PLACEHOLDER, input.appId.toLowerCase())
    .replaceAll(HOST_PLACEHOLDER, input.host);
  return zipSync(
    {
      'manifest.json': strToU8(manifest),
      'color.png': [input.color, { level: 0 }],
      'outline.png': [input.outline, { level: 0 }],
    },
    // A zip holds local times without a zone: noon of that day reads the same in every zone.
    { level: 9, mtime: new Date(2020, 0, 1, 12), os: 0 },
  );
}
