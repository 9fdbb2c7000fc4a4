import { randomBytes } from 'node:crypto';
import type { RequestHandler } from 'express';
import helmet from 'helmet';
import { AppError } from '../errors';

/** Whether a page of this origin may use the server. */
export type OriginCheck = (origin: string | undefined, host: string | undefined) => boolean;

/**
 * A browser always says which origin a cross-site request comes from; only this server's own, and the configured ones, may
 * use what a cookie opens. What has no origin is no page.
 * @param configured origins such as `https://atelier.example`, for servers behind a proxy
 */
export function originCheck(configured: readonly string[]): OriginCheck {
  return (origin, host) => {
    if (origin === undefined || configured.includes(origin)) return true;
    return URL.canParse(origin) && new URL(origin).host === host;
  };
}

/**
 * Refuses what another site's page asks to be changed, with AppError `forbidden`. Reading is not refused: the browser keeps
 * such answers from that page, since none allows it (CORS).
 */
export function refuseForeignOrigins(isAllowed: OriginCheck): RequestHandler {
  return ({ headers, method }, _response, next) => {
    if (method === 'GET' || method === 'HEAD' || isAllowed(headers.origin, headers.host)) return next();
    throw new AppError({
      code: 'forbidden',
      message: `a request from the origin ${headers.origin} to ${headers.host}`,
      userMessage:
        'This request came from another site and was refused. If Atelier runs behind a proxy, add its address to ATELIER_ORIGINS.',
    });
  };
}

/**
 * The headers of every answer. Scripts run only with this answer's nonce: Next finds the nonce in the policy on the
 * *request*, and the page in `x-nonce`.
 * @param development React's development build evaluates strings
 */
export function securityHeaders(development: boolean): RequestHandler[] {
  return [
    helmet({
      contentSecurityPolicy: false, // below, since the request needs the same text
      crossOriginEmbedderPolicy: false,
      // These two only make sense where there is TLS, and warn elsewhere; a proxy with TLS adds them.
      crossOriginOpenerPolicy: false,
      strictTransportSecurity: false,
      originAgentCluster: false,
      referrerPolicy: { policy: 'no-referrer' },
      frameguard: { action: 'deny' },
    }),
    (request, response, next) => {
      const nonce = randomBytes(16).toString('base64');
      const policy = [
        `default-src 'self'`,
        `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
        `style-src 'self' 'unsafe-inline'`,
        `img-src 'self' blob: data:`,
        `font-src 'self'`,
        `connect-src 'self'`, // which covers WebSockets to the same host and port
        `worker-src 'self' blob:`,
        `object-src 'none'`,
        `base-uri 'self'`,
        `form-action 'self'`,
        `frame-ancestors 'none'`,
      ].join('; ');
      request.headers['content-security-policy'] = policy;
      request.headers['x-nonce'] = nonce;
      response.setHeader('Content-Security-Policy', policy);
      next();
    },
  ];
}
