// Microsoft's clouds: who signs the tokens that reach us, and for whom the tokens are that we send. The host of the OpenID
// metadata tells which cloud is meant.

export type TeamsCloud = {
  /** Issuer of incoming tokens. */
  readonly issuer: string;
  /** Audience of outgoing tokens. */
  readonly audience: string;
};

export const OPENID_URL = 'https://login.botframework.com/v1/.well-known/openidconfiguration';

const PUBLIC_CLOUD: TeamsCloud = {
  issuer: 'https://api.botframework.com',
  audience: 'https://api.botframework.com',
};

/** https://learn.microsoft.com/azure/bot-service/how-to-deploy-gov-cloud-high */
const US_GOVERNMENT_CLOUD: TeamsCloud = {
  issuer: 'https://api.botframework.us',
  audience: 'https://api.botframework.us',
};

/** The cloud that an OpenID address belongs to; the public one for every other address. */
export function cloudOf(openIdUrl: string): TeamsCloud {
  return new URL(openIdUrl).hostname.endsWith('.azure.us') ? US_GOVERNMENT_CLOUD : PUBLIC_CLOUD;
}
