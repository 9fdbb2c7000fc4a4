import { createServer, request as httpRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { json, Router } from 'express';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '../../../server/errors';
import { answerFailures, answerProblems } from '../../../server/http/problems';

interface Line {
  readonly level: number;
  readonly msg: string;
  readonly path: string;
}
const DEBUG = 20;
const ERROR = 50;

let http: Server;
let url: string;
let log: Line[];

beforeEach(async () => {
  log = [];
  const logger = pino({ level: 'debug' }, { write: (line) => void log.push(JSON.parse(line) as Line) });
  const api = Router();
  api.get('/rooms/:roomId', (_request, response) => void response.json({}));
  api.post('/json', json({ limit: 100 }), (_request, response) => void response.json({}));
  api.post('/upload', async (request, response) => {
    for await (const chunk of request) void chunk;
    response.json({});
  });
  api.get('/refused', () => {
    throw new AppError({ code: 'forbidden', message: 'for the log', userMessage: 'For people.' });
  });
  api.get('/broken', () => {
    throw new Error('secret');
  });
  api.use(answerProblems(logger));
  const app = express();
  app.use('/api', api);
  app.use('/half', (_request, response, next) => {
    response.write('half');
    next(new Error('secret'));
  });
  app.use(() => Promise.reject(new Error('secret')));
  app.use(answerFailures(logger));
  http = createServer(app).listen(0, '127.0.0.1');
  await new Promise((listening) => http.once('listening', listening));
  url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
});
afterEach(() => new Promise((closed) => http.close(closed)));

const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  fetch(url + path, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });

describe('requests that are no good', () => {
  it.each([
    ['an address that is no UTF-8', 400, 'invalid', () => fetch(`${url}/api/rooms/%E0%A4%A`)],
    ['no JSON', 400, 'invalid', () => post('/api/json', '{')],
    ['too much JSON', 413, 'too-large', () => post('/api/json', JSON.stringify('x'.repeat(200)))],
    [
      'an unknown encoding',
      415,
      'unsupported-media-type',
      () => post('/api/json', '{}', { 'content-encoding': 'rot13' }),
    ],
    [
      'an unknown character set',
      415,
      'unsupported-media-type',
      () => post('/api/json', '{}', { 'content-type': 'application/json; charset=klingon' }),
    ],
    ['what the room refuses', 403, 'forbidden', () => fetch(`${url}/api/refused`)],
  ])('%s gets %d, and is no error of the server', async (_, status, code, send) => {
    const answer = await send();
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ problem: { code, message: expect.any(String) as string } });
    expect(log).toEqual([]);
  });

  it('an upload that is broken off is noted for debugging only', async () => {
    const upload = httpRequest(`${url}/api/upload`, { method: 'POST', headers: { 'content-length': 1000 } });
    upload.on('error', () => undefined); // it is we who end it
    upload.write('x'.repeat(100));
    await new Promise((resolve) => setTimeout(resolve, 50));
    upload.destroy();
    await vi.waitFor(() => expect(log).toHaveLength(1));
    expect(log[0]).toMatchObject({ level: DEBUG, path: '/upload' });
  });
});

describe('mistakes of the server', () => {
  it('are logged, and say nothing of themselves', async () => {
    const answer = await fetch(`${url}/api/broken`);
    expect(answer.status).toBe(500);
    const text = await answer.text();
    expect(text).toContain('Something went wrong on the server');
    expect(text).not.toContain('secret');
    expect(log).toMatchObject([{ level: ERROR, msg: 'a request failed' }]);
  });

  it('in a page end in a plain 500 as well', async () => {
    const answer = await fetch(`${url}/r/some-room`);
    expect(answer.status).toBe(500);
    expect(answer.headers.get('content-type')).toContain('text/plain');
    expect(await answer.text()).toContain('Something went wrong on the server');
    expect(log).toMatchObject([{ level: ERROR, path: '/r/some-room' }]);
  });

  it('cut an answer that has begun, so that half of it does not pass for the whole', async () => {
    await expect(fetch(`${url}/half`).then((answer) => answer.text())).rejects.toThrow();
    expect(log).toMatchObject([{ level: ERROR }]);
  });
});
