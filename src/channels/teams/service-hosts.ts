// Which addresses our token may be sent to. An activity names its service address itself, so the name is checked against a list.

/**
 * Hosts of the Connector for Teams, by cloud: public, GCC High, DoD.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages
 */
const TEAMS_HOSTS: readonly string[] = [
  'smba.trafficmanager.net',
  'smba.infra.gcc.teams.microsoft.com',
  'smba.infra.gov.teams.microsoft.us',
  'smba.infra.dod.teams.microsoft.us',
];

const LOOPBACK_HOSTS: readonly string[] = ['127.0.0.1', '[::1]', 'localhost'];

export type ServiceHostOptions = {
  /** `host` or `host:port`, besides Teams' own. */
  readonly allowedHosts: readonly string[];
  /** Without token checks anybody on this machine may name an address: only this machine's are taken. */
  readonly loopbackOnly: boolean;
};

/**
 * True for https at a host of Teams, and for what is allowed by name. Plain http only leads to this machine.
 * An empty address is refused: the SDK would then skip comparing it with the token.
 */
export function isServiceUrl(address: string, options: ServiceHostOptions): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  // Any other spelling could mean one host here and another to whoever parses it next (`https://a\@b/`).
  if (address !== url.href && `${address}/` !== url.href) return false;
  if (url.username !== '' || url.password !== '') return false;
  const isLoopback = LOOPBACK_HOSTS.includes(url.hostname);
  if (options.loopbackOnly) return isLoopback && /^https?:$/.test(url.protocol);
  const isAllowed =
    options.allowedHosts.includes(url.host) || options.allowedHosts.includes(url.hostname);
  if (url.protocol === 'http:') return isLoopback && isAllowed;
  if (url.protocol !== 'https:') return false;
  return isAllowed || (TEAMS_HOSTS.includes(url.hostname) && url.port === '');
}
