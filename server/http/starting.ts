import type { RequestListener } from 'node:http';

const RETRY_AFTER_S = 1;
const SENTENCE = 'Atelier is starting. This takes a few seconds.';
/** The page is the same for everybody: who asks for it is not known yet. */
const CHINESE = 'Atelier 正在启动，需要几秒钟。页面会自动打开。';
const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="${RETRY_AFTER_S}"><title>Atelier</title><p>${SENTENCE} The page opens by itself.</p><p lang="zh-Hans">${CHINESE}</p></html>`;
const PROBLEM = JSON.stringify({
  problem: { code: 'unavailable', message: `${SENTENCE} Please try again.` },
});

/** Answers everything while the server starts, so that nobody's request hangs: 503, and a page that tries again. */
export const answerStarting: RequestListener = (request, response) => {
  request.resume(); // or a client that is still sending never reads the answer
  const api = request.url?.startsWith('/api/') === true;
  response.writeHead(503, {
    'Retry-After': String(RETRY_AFTER_S),
    'Cache-Control': 'no-store',
    'Content-Security-Policy': `default-src 'none'`,
    'Content-Type': api ? 'application/json' : 'text/html; charset=utf-8',
  });
  response.end(api ? PROBLEM : PAGE);
};
